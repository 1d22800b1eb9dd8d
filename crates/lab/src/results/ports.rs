//! Ports in results: a client is given another one each time.

use regex_lite::Regex;
use serde_json::Value;

/// Puts port 80 in the place of whatever port on 127.0.0.1 stands in a text, as if the client had
/// been given the address without one.
pub(super) fn forget(results: &mut Value) {
    let address = Regex::new(r"127\.0\.0\.1:[0-9]+").expect("a regular expression");
    forget_in(results, &address);
}

fn forget_in(value: &mut Value, address: &Regex) {
    match value {
        Value::String(text) => {
            let other = address.replace_all(text, "127.0.0.1:80").into_owned();
            *text = other;
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
        let expected = json!([{"a": "Host: 127.0.0.1:80\\r\\n Host: 127.0.0.1:80"}, "1.1:2"]);
        assert_eq!(results, expected);
    }
}
