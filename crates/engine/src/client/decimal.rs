//! Numbers as messages have them.

use alloc::vec::Vec;

pub(super) fn write_decimal(out: &mut Vec<u8>, number: u64) {
    write_digits(out, number, 10);
}

pub(crate) fn write_hexadecimal(out: &mut Vec<u8>, number: u64) {
    write_digits(out, number, 16);
}

fn write_digits(out: &mut Vec<u8>, mut number: u64, base: u64) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b"0123456789ABCDEF"[(number % base) as usize];
        number /= base;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}
