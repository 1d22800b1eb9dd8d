//! Numbers in a query.

/// The number of `name=number` in a query of `&`-separated pairs.
pub(super) fn number(query: Option<&[u8]>, name: &[u8]) -> Option<u64> {
    let pair = query?.split(|&octet| octet == b'&').find_map(|pair| {
        let value = pair.strip_prefix(name)?;
        value.strip_prefix(b"=")
    })?;
    core::str::from_utf8(pair).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_found_by_name() {
        assert_eq!(number(Some(b"a=1&ms=20"), b"ms"), Some(20));
        assert_eq!(number(Some(b"ms"), b"ms"), None);
        assert_eq!(number(Some(b"ms=-1"), b"ms"), None);
        assert_eq!(number(Some(b"mss=1"), b"ms"), None);
        assert_eq!(number(None, b"ms"), None);
    }
}
