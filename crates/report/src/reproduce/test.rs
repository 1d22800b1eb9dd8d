//! A test of one case with the crate `expectspec`.

use std::io::{self, Write};

use expectspec_catalogue::Case;
use expectspec_requirements::Party;

/// Writes a test to paste; what stands for the subject in it is for its reader to replace.
pub(super) fn write(case: &Case, out: &mut dyn Write) -> io::Result<()> {
    let id = case.id;
    let name = id.rsplit('/').next().unwrap_or(id).replace('-', "_");
    let suite = match case.party() {
        Party::OriginServer => {
            "expectspec::server_in_process(|io| my_server::serve_connection(io))"
        }
        Party::Client => {
            "expectspec::client_in_process(|io, request| my_client::send(io, request))"
        }
        Party::Intermediary => {
            "expectspec::intermediary_in_process(expectspec::Form::Gateway, |outbound, connect| {\n        \
             my_proxy::serve(outbound, connect)\n    })"
        }
    };
    writeln!(out, "#[test]\nfn {name}() {{")?;
    writeln!(out, "    let suite = {suite};")?;
    writeln!(out, "    let arguments = expectspec::Arguments {{")?;
    writeln!(out, "        filter: Some(\"{id}\".to_owned()),")?;
    writeln!(out, "        exact: true,\n        ..Default::default()\n    }};")?;
    writeln!(out, "    assert!(!suite.run(&arguments).has_failed());\n}}")
}
