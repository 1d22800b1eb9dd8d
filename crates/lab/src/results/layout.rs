//! How results stand in a file: one line for each thing that may change by itself, and no more.

use serde_json::Value;

/// Lays out results as JSON, a member or element a line. An element of a list that holds plain
/// values only, such as a finding, takes one line.
pub(super) fn lay_out(results: &Value) -> String {
    let mut text = String::new();
    put(results, 0, &mut text);
    text.push('\n');
    text
}

fn put(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let lines = members.iter().map(|(name, value)| (Some(name.as_str()), value));
            put_lines(('{', '}'), lines, depth, text);
        }
        Value::Array(elements) if !elements.is_empty() => {
            put_lines(('[', ']'), elements.iter().map(|element| (None, element)), depth, text);
        }
        // Value's own form is the one that takes one line.
        plain => *text += &plain.to_string(),
    }
}

fn put_lines<'a>(
    (open, close): (char, char),
    lines: impl Iterator<Item = (Option<&'a str>, &'a Value)>,
    depth: usize,
    text: &mut String,
) {
    text.push(open);
    let mut between = "\n";
    for (name, value) in lines {
        *text += between;
        between = ",\n";
        indent(depth + 1, text);
        match name {
            Some(name) => {
                *text += &Value::from(name).to_string();
                *text += ": ";
                put(value, depth + 1, text);
            }
            None if is_flat(value) => *text += &value.to_string(),
            None => put(value, depth + 1, text),
        }
    }
    text.push('\n');
    indent(depth, text);
    text.push(close);
}

fn is_flat(value: &Value) -> bool {
    value.as_object().is_some_and(|members| {
        members.values().all(|member| !member.is_object() && !member.is_array())
    })
}

fn indent(depth: usize, text: &mut String) {
    text.extend(core::iter::repeat_n(' ', depth));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_finding_takes_one_line_and_a_case_several() {
        let results = json!({
            "tool": {"name": "a"},
            "cases": [{"id": "b", "findings": [{"mark": "c", "entry": 1}, {"mark": "d"}]}],
            "none": [],
        });
        let expected = r#"{
 "tool": {
  "name": "a"
 },
 "cases": [
  {
   "id": "b",
   "findings": [
    {"mark":"c","entry":1},
    {"mark":"d"}
   ]
  }
 ],
 "none": []
}
"#;
        assert_eq!(lay_out(&results), expected);
    }

    #[test]
    fn what_is_laid_out_is_read_back_the_same() {
        for value in [
            json!(null),
            json!([]),
            json!({}),
            json!([[], {}, [{}], 1, "\"\n\u{1}é", 0.5, -1, true]),
            json!({"a\"": {"b": [{"c": {"d": [1, 2]}}, {"e": null}]}}),
        ] {
            let read: Value = serde_json::from_str(&lay_out(&value)).unwrap();
            assert_eq!(read, value);
        }
    }
}
