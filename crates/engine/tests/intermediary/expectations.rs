//! The members of `Expect` on their way: I2, I3.

use crate::neighbours::{CONTINUE, Neighbours, OK};

fn on(preset: &str, version: &str, lines: &str) -> Option<Vec<String>> {
    let mut it = Neighbours::of(preset);
    let head = format!("PUT / HTTP/{version}\nHost: a\nContent-Length: 1\n{lines}\n");
    let on = it.client(&head) + &it.client("x");
    let lines = on.lines().filter(|line| line.starts_with("Expect"));
    (!on.contains("HTTP/1.1 417")).then(|| lines.map(str::to_owned).collect())
}

#[test]
fn all_go_on_as_they_came() {
    for lines in [
        "Expect: foo, 100-Continue, b=\"x, y\"\n",
        "Expect: foo\nExpect: 100-continue\n",
        "expect: a;b=c\n",
        "Expect: foo; bar baz\n",
    ] {
        for preset in ["default", "proxy", "answering"] {
            let expected: Vec<_> = lines.lines().filter(|it| it.starts_with("Expect")).collect();
            assert_eq!(on(preset, "1.1", lines).unwrap(), expected, "{preset}");
        }
    }
}

#[test]
fn none_goes_on_from_http_10_but_the_others() {
    let lines = "Expect: foo, 100-continue, bar\nExpect: 100-continue\n";
    for preset in ["default", "proxy", "refusing"] {
        assert_eq!(on(preset, "1.0", lines).unwrap(), ["Expect: foo, bar"], "{preset}");
    }
    assert_eq!(on("stripping", "1.1", lines).unwrap(), ["Expect: foo, bar"]);
}

#[test]
fn others_are_417_where_the_policy_has_it() {
    for preset in ["refusing", "proxy-refusing"] {
        assert_eq!(on(preset, "1.1", "Expect: foo\n"), None);
        assert_eq!(on(preset, "1.1", "Expect: 100-continue, foo\n"), None);
        assert_eq!(on(preset, "1.1", "Expect: 100-continue;a=b\n"), None);
        assert_eq!(on(preset, "1.1", "Expect: 100-continue\n").unwrap().len(), 1);
    }
}

#[test]
fn an_empty_field_goes_no_further() {
    assert_eq!(on("default", "1.1", "Expect:\n").unwrap(), [""; 0]);
}

#[test]
fn one_that_is_nominated_goes_no_further_and_is_answered() {
    for preset in ["default", "proxy"] {
        let mut it = Neighbours::of(preset);
        let head = "POST / HTTP/1.1\nHost: a\nContent-Length: 1\nConnection: Expect\n\
                    Expect: 100-continue\n\n";
        let on = it.client(head);
        assert!(on.starts_with(&format!("c0: {CONTINUE}")), "{preset} {on}");
        assert!(!on.contains("Expect:"), "{preset} {on}");
    }
}

#[test]
fn without_content_nobody_waits() {
    let mut it = Neighbours::of("default");
    let on = it.client("GET / HTTP/1.1\nHost: a\nExpect: 100-continue\n\n");
    assert!(on.contains("Expect: 100-continue\n"), "{on}");
    assert_eq!(it.hop(&[CONTINUE, OK].concat()), format!("c0: {CONTINUE}{OK}"));
}
