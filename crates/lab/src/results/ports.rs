//! Ports in results: a client is given another one each time.

use regex_lite::{Captures, Regex};
use serde_json::Value;

/// Puts a port of as many digits, 1 and zeros, in the place of whatever port on 127.0.0.1 stands in a text: what
/// is counted in octets stays what it is.
pub(super) fn forget(results: &mut Value) {
    let address = Regex::new(r"127\.0\.0\.1:[0-9]+").expect("a regular expression");
    forget_in(results, &address);
}

const HOST: &str = "127.0.0.1:";

fn forget_in(value: &mut Value, address: &Regex) {
    match value {
        Value::String(text) => {
            let other = address.replace_all(text, |found: &Captures<'_>| {
                let digits = found[0].len() - HOST.len();
                format!("{HOST}1{:0<1$}", "", digits - 1)
            });
            *text = other.into_owned();
        }
        Value::Array(elements) => elements.iter_mut().for_each(|it| forget_in(it, address)),
        Value::Object(members) => members.values_mut().for_each(|it| forget_in(it, address)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_port_on_loopback_is_forgotten_and_no_other() {
        let mut results = json!([{"a": "Host: 127.0.0.1:40000\\r\\n Host: 127.0.0.1:1"}, "1.1:2"]);
        forget(&mut results);
        let expected = json!([{"a": "Host: 127.0.0.1:10000\\r\\n Host: 127.0.0.1:1"}, "1.1:2"]);
        assert_eq!(results, expected);
    }
}
