//! Prints what can be planted: target, name, the sign of its find and what is wrong, a line each.

use expectspec_properties::planted::{DEFECTS, Defect};

fn main() {
    for defect in DEFECTS {
        let Defect { target, name, what, sign } = defect;
        println!("{target}\t{name}\t{sign}\t{what}");
    }
}
