//! The part of a page that the lab writes; what stands outside is a person's.

/// Where that part begins and ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Marks {
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
}

impl Marks {
    /// The page with this text between the marks; at the end, if it has none.
    pub(crate) fn put_in(self, page: &str, text: &str) -> String {
        let Self { begin, end } = self;
        let parts = page
            .split_once(begin)
            .and_then(|(before, rest)| rest.split_once(end).map(|(_, behind)| (before, behind)));
        match parts {
            Some((before, behind)) => format!("{before}{begin}{text}{end}{behind}"),
            None => format!("{page}\n{begin}{text}{end}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: Marks = Marks { begin: "<a>\n", end: "</a>\n" };

    #[test]
    fn what_people_wrote_stays() {
        assert_eq!(MARKS.put_in("x\n<a>\nold\n</a>\ny\n", "new\n"), "x\n<a>\nnew\n</a>\ny\n");
        assert_eq!(MARKS.put_in("x\n", "new\n"), "x\n\n<a>\nnew\n</a>\n");
    }
}
