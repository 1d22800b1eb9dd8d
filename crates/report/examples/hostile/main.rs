//! Tests a hostile server and prints the run as JSON: `.ci` hands it to the readers of each format.

mod server;

use std::io;

use expectspec_report::{Document, Format, LeftOut, Report, Subject};
use expectspec_requirements::Party;
use expectspec_runner::{Plan, run};

fn main() -> io::Result<()> {
    let plan = Plan::new(expectspec_catalogue::of(Party::OriginServer), "localhost");
    let run = run(&server::server().into(), &plan, &mut |_| {}).map_err(io::Error::other)?;
    let subject = Subject::named(None, run.first.product(), &run.address);
    let left_out = LeftOut::default();
    let path = server::HARMFUL[0];
    let report = Report { run: &run, subject: &subject, path, left_out };
    Document::of(&report).write(Format::Json, &mut io::stdout().lock())
}
