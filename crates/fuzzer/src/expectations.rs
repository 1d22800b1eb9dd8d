//! `Expect` field lines made up from the grammar, its neighbourhood and the dictionary.
//!
//! ```text
//! Expect      = #expectation
//! expectation = token [ "=" ( token / quoted-string ) parameters ]
//! ```

use expectspec_properties::seeds::VALUES;

use crate::input::Expect;
use crate::random::Random;

/// Some field lines.
pub(crate) fn made_up(random: &mut Random) -> Expect {
    let value = match random.below(100) {
        0..12 => repeated(random),
        12..50 => random.row(VALUES).octets.to_vec(),
        _ => list(random),
    };
    let mut lines = Vec::with_capacity(value.len() + 16);
    for line in value.split(|&octet| octet == b'\n') {
        lines.extend_from_slice(random.octets(NAMES, 70));
        lines.extend_from_slice(line);
        lines.extend_from_slice(random.octets(LINE_ENDS, 97));
    }
    Expect::Lines(lines)
}

/// Members, some of them empty, over one or several lines parted by LF.
fn list(random: &mut Random) -> Vec<u8> {
    let mut value = Vec::new();
    for index in 0..=random.below(4) {
        if index > 0 {
            value.extend_from_slice(random.octets(SEPARATORS, 50));
        }
        value.extend(member(random));
    }
    if random.happens(8) && !value.is_empty() {
        damage(&mut value, random);
    }
    value
}

fn member(random: &mut Random) -> Vec<u8> {
    match random.below(10) {
        0..5 => cased(b"100-continue", random),
        5 => Vec::new(),
        6 => random.row(TOKENS).to_vec(),
        _ => {
            let name = random.octets(TOKENS, 0);
            let equals = random.octets(EQUALS, 85);
            let mut member = [name, equals, random.octets(VALUES_OF_MEMBERS, 0)].concat();
            for _ in 0..random.below(3) {
                member.extend_from_slice(random.octets(PARAMETERS, 0));
            }
            member
        }
    }
}

/// The same letters, some of them in the other case.
fn cased(token: &[u8], random: &mut Random) -> Vec<u8> {
    match random.below(4) {
        0 => {
            token.iter().map(|it| if random.happens(50) { it ^ letter(*it) } else { *it }).collect()
        }
        1 => token.to_ascii_uppercase(),
        _ => token.to_vec(),
    }
}

/// The bit that makes the difference between the cases of a letter; none for what is no letter.
const fn letter(octet: u8) -> u8 {
    if octet.is_ascii_alphabetic() { 0x20 } else { 0 }
}

/// One octet is put in, taken out, or changed.
fn damage(value: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(value.len());
    let octet = *random.row(ODD_OCTETS);
    match random.below(3) {
        0 => value.insert(at, octet),
        1 => value[at] = octet,
        _ => drop(value.remove(at)),
    }
}

/// A long token, or many members.
fn repeated(random: &mut Random) -> Vec<u8> {
    let octets = random.octets(REPEATED, 0);
    let times = random.weighted(&[(40, 5_000), (30, 1_500), (15, 500), (15, 64 * 1024)]);
    [b"100-continue", octets.repeat(times / octets.len()).as_slice()].concat()
}

static REPEATED: &[&[u8]] = &[b",", b"x", b", ", b" ", b",a", b",100-continue"];
static NAMES: &[&[u8]] =
    &[b"Expect: ", b"expect:", b"EXPECT: ", b"Expect:\t", b"eXpEcT:  ", b"Expect : "];
static LINE_ENDS: &[&[u8]] = &[b"\r\n", b" \r\n", b"\t\r\n", b"\n"];
static SEPARATORS: &[&[u8]] = &[b", ", b",", b" ,\t", b",,", b", ,", b"\n", b" ", b";"];
static TOKENS: &[&[u8]] = &[
    b"foo",
    b"100-continued",
    b"x100-continue",
    b"100-",
    b"100",
    b"continue",
    b"a",
    b"100-continue",
];
static EQUALS: &[&[u8]] = &[b"=", b" = ", b"= ", b" =", b"=="];
static VALUES_OF_MEMBERS: &[&[u8]] = &[
    b"bar",
    b"\"\"",
    b"\"a, 100-continue ,b\"",
    b"\"\\\"\\\\,\"",
    b"\"\x80\xff\"",
    b"1",
    b"",
    b"\"open",
];
static PARAMETERS: &[&[u8]] =
    &[b";p=q", b"; p=\"q;r\"", b";", b" ; ", b";p", b";=q", b"; p = q", b";100-continue=1"];
static ODD_OCTETS: &[u8] = b"\0\t \r\"\\,;=()\x7f\x80\xff\x0b@";
