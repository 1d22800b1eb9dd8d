//! Prints what can be planted: target, name, the sign of its find and what is wrong, a line each.

use expectspec_differential::DEFECTS as OF_OUR_READING;
use expectspec_properties::planted::{DEFECTS, Defect};

fn main() {
    for (name, what) in OF_OUR_READING {
        println!("differential\t{name}\t.\t{what}");
    }
    for defect in DEFECTS {
        let Defect { target, name, what, sign } = defect;
        println!("{target}\t{name}\t{sign}\t{what}");
    }
}
