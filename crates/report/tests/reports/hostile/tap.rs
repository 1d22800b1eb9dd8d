//! TAP 14, by its grammar; the diagnostics read by a YAML parser.

use expectspec_report::Document;
use expectspec_requirements::Verdict;
use yaml_rust2::{Yaml, YamlLoader};

/// Each line is one that the grammar knows, each case is a test point, and what was found comes through.
pub(super) fn check(document: &Document, text: &str) {
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("TAP version 14"));
    assert_eq!(lines.next(), Some(format!("1..{}", document.cases.len()).as_str()));
    let (mut points, mut failed) = (0, 0);
    while let Some(line) = lines.next() {
        if line == "  ---" {
            let block: Vec<_> = lines.by_ref().take_while(|line| *line != "  ...").collect();
            assert!(block.iter().all(|line| line.starts_with("  ")), "{text}");
            let diagnosis = YamlLoader::load_from_str(&block.join("\n")).expect("YAML");
            check_diagnosis(document, points, &diagnosis);
        } else if !line.starts_with('#') {
            points += 1;
            failed += usize::from(line.starts_with("not "));
            let rest = line.strip_prefix("not ").unwrap_or(line);
            let rest = rest.strip_prefix(&format!("ok {points} - ")).expect(line);
            check_directive(document, points, rest);
        }
    }
    assert_eq!(points, document.cases.len());
    let died = |id: &str| document.died_after.as_deref() == Some(id);
    let bad = document.cases.iter().filter(|it| it.verdict == Verdict::Deviates || died(&it.id));
    assert_eq!(failed, bad.count());
}

/// The description is the id, and only a case without a verdict is skipped: an unescaped `#` begins a
/// directive.
fn check_directive(document: &Document, point: usize, rest: &str) {
    let (mut description, mut directives) = (String::new(), 0);
    let mut characters = rest.chars();
    while let Some(character) = characters.next() {
        match character {
            '#' => directives += 1,
            '\\' if directives == 0 => description.extend(characters.next()),
            '\\' => drop(characters.next()),
            _ if directives == 0 => description.push(character),
            _ => {}
        }
    }
    let case = &document.cases[point - 1];
    let died = document.died_after.as_ref() == Some(&case.id);
    let lacks = matches!(case.verdict, Verdict::Inconclusive | Verdict::Unsupported);
    let skipped = lacks && !died;
    assert_eq!(directives, usize::from(skipped), "{rest}");
    let id = if skipped { format!("{} ", case.id) } else { case.id.to_string() };
    assert_eq!(description, id);
}

fn check_diagnosis(document: &Document, point: usize, diagnosis: &[Yaml]) {
    let case = &document.cases[point - 1];
    let [diagnosis] = diagnosis else { panic!("not one document") };
    let Some(findings) = diagnosis["findings"].as_vec() else {
        assert!(diagnosis["message"].as_str().is_some() || case.findings.is_empty());
        return;
    };
    let expected: Vec<_> = case.first_findings(case.verdict).map(|it| &*it.found).collect();
    let found: Vec<_> = findings.iter().filter_map(|it| it["found"].as_str()).collect();
    assert_eq!(found, expected);
}
