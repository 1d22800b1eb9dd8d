//! Whether two pieces of results agree in all but what a clock says.

use serde_json::Value;

/// Whether they agree when no clock is looked at: durations, the times of a transcript and how its
/// octets were split, dates and what is made of them.
pub(super) fn agree(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let same = |(name, value): (&String, &Value)| {
                let other = b.get(name);
                is_duration(name) || other.is_some_and(|other| agree(value, other))
            };
            a.len() == b.len() && a.iter().all(same)
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b))
        }
        (Value::String(a), Value::String(b)) => without_clock(a) == without_clock(b),
        (a, b) => a == b,
    }
}

fn is_duration(member: &str) -> bool {
    member.ends_with("_us") || member.ends_with("_ms")
}

fn without_clock(text: &str) -> String {
    text.lines().map(line_without_clock).collect()
}

fn line_without_clock(line: &str) -> String {
    if DATED.iter().any(|name| line.contains(name)) || line.starts_with(WINDOWS) {
        return String::new();
    }
    let mut words: Vec<&str> = line.split_whitespace().collect();
    for unit in 1..words.len() {
        if ["ms", "s", "us", "µs"]
            .iter()
            .any(|name| words[unit].trim_end_matches([',', ';', ')']) == *name)
        {
            words[unit - 1] = "some";
        }
    }
    // A transcript's line: the time of an entry, its side, its direction.
    let is_side = |word: &str| word.starts_with("outbound") || word.starts_with("inbound");
    if words.len() > 1 && words[0].parse::<f64>().is_ok() && is_side(words[1]) {
        words.remove(0);
    }
    words.join(" ")
}

/// The windows of a transcript: some are as long as the subject is slow.
const WINDOWS: &str = "# windows-ms: ";
/// Fields that say when a message was made, or number it.
const DATED: &[&str] = &[
    "< Date: ",
    "< Last-Modified: ",
    "< ETag: ",
    "< Expires: ",
    "< date: ",
    "< Age: ",
    "< Via: http/1.1 traffic_server[",
    "< Via: http/1.0 traffic_server[",
    "< X-Varnish: ",
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn clocks_are_not_looked_at_and_all_else_is() {
        for (a, b, expected) in [
            (json!({"round_trip_us": 1}), json!({"round_trip_us": 2}), true),
            (json!({"entry": 1}), json!({"entry": 2}), false),
            (json!("after 12 ms, open"), json!("after 13 ms, open"), true),
            (json!("after 12 ms, open"), json!("after 12 ms, closed"), false),
            (json!("   1.250 outbound < FIN\n"), json!(" 501.200 outbound < FIN\n"), true),
            (json!("   1.250 outbound < FIN\n"), json!("   1.250 outbound < RST\n"), false),
            (json!("   1.250 inbound = success\n"), json!("   2.5 inbound = success\n"), true),
            (json!("  < Date: today\n < A: b"), json!("  < Date: tomorrow\n < A: b"), true),
            (json!("# windows-ms: quiet 250"), json!("# windows-ms: quiet 315"), true),
            (json!("417"), json!("400"), false),
            (json!([1, 2]), json!([1]), false),
            (json!({"a": 1}), json!({"a": 1, "b": 2}), false),
        ] {
            assert_eq!(agree(&a, &b), expected, "{a} {b}");
        }
    }
}
