//! What holds of the faults and controls of every party.

use std::collections::BTreeSet;

use expectspec_requirements::{Requirement, Verdict};

use crate::{ControlOf, FaultOf};

/// The rows of a party.
pub(crate) struct Rows<S: 'static> {
    faults: Vec<&'static FaultOf<S>>,
    controls: Vec<&'static ControlOf<S>>,
}

impl<S> Rows<S> {
    pub(crate) fn new(
        faults: &'static [&'static [FaultOf<S>]],
        controls: &'static [&'static [ControlOf<S>]],
    ) -> Self {
        let faults = faults.iter().copied().flatten().collect();
        Self { faults, controls: controls.iter().copied().flatten().collect() }
    }

    /// Names are unique and in kebab-case.
    pub(crate) fn have_names(&self) {
        let faults: Vec<_> = self.faults.iter().map(|fault| fault.name).collect();
        let controls: Vec<_> = self.controls.iter().map(|control| control.name).collect();
        for names in [faults, controls] {
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
            assert!(names.iter().all(|name| is_kebab_case(name)), "{names:?}");
        }
    }

    /// Every row says what in one sentence.
    pub(crate) fn have_sentences(&self) {
        let faults = self.faults.iter().map(|it| (it.name, it.what));
        let controls = self.controls.iter();
        let controls = controls.flat_map(|it| [(it.name, it.what), (it.name, it.why_legal)]);
        for (name, sentence) in faults.chain(controls) {
            assert!(sentence.ends_with('.'), "{name}: {sentence}");
        }
    }

    /// Every fault breaks requirements that bind whoever has it, and are in force.
    pub(crate) fn break_what(&self, binds: impl Fn(&FaultOf<S>, &Requirement) -> bool) {
        for fault in &self.faults {
            assert!(!fault.breaks.is_empty(), "{}", fault.name);
            for rule in fault.breaks {
                assert!(binds(fault, rule), "{}: {}", fault.name, rule.id);
                assert!(rule.scope.includes(fault.profile), "{}: {}", fault.name, rule.id);
            }
            assert!(fault.verdict >= Verdict::Discouraged, "{}", fault.name);
        }
    }
}

fn is_kebab_case(name: &str) -> bool {
    name.split('-').all(|word| {
        !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    })
}
