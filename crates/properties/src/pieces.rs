//! Ways to cut octets into pieces.

/// The ways to cut `len` octets that a property tries: whole, octet by octet, every single cut (or
/// some of them where there are many), and a few irregular ones. Each is a list of lengths that
/// only grow and end with `len`.
pub(crate) fn cuts(len: usize) -> impl Iterator<Item = Vec<usize>> {
    let step = len / SINGLE_CUTS_MAX + 1;
    let single = (0..len).step_by(step).map(move |cut| vec![cut, len]);
    let irregular = [3, 7, 11].into_iter().map(move |factor| {
        let mut cut = 0;
        let mut lens = Vec::new();
        while cut < len {
            lens.push(cut);
            cut += 1 + cut * factor % 13;
        }
        lens.push(len);
        lens
    });
    [vec![len], (0..=len).collect()].into_iter().chain(single).chain(irregular)
}

const SINGLE_CUTS_MAX: usize = 64;
