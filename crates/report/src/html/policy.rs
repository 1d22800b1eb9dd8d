//! The style and the script of a page, and the policy that lets nothing else in.

pub(super) const STYLE: &str = include_str!("page.css");
pub(super) const SCRIPT: &str = include_str!("page.js");

/// The SHA-256 digests of the two, in Base64: a test says what they must be.
const STYLE_DIGEST: &str = "H5/3YzRAFZ6+PeOu6/DOcRpyMA2K5eGU973+IW2JqhE=";
const SCRIPT_DIGEST: &str = "MV59czvJq82RQ8/1h0sln02O9ZOEiqPRj75p9aPseJ4=";

/// The content security policy (CSP Level 3).
pub(super) fn content_security() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{STYLE_DIGEST}'; \
         script-src 'sha256-{SCRIPT_DIGEST}'; base-uri 'none'; form-action 'none'"
    )
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use sha2::{Digest as _, Sha256};

    use super::*;

    fn check(text: &str, expected: &str) {
        let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
        assert_eq!(digest, expected, "the digest of what was changed");
    }

    #[test]
    fn the_digests_are_those_of_the_style_and_the_script() {
        check(STYLE, STYLE_DIGEST);
        check(SCRIPT, SCRIPT_DIGEST);
    }

    #[test]
    fn neither_ends_the_element_that_holds_it() {
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
    }
}
