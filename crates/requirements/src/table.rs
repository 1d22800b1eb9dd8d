//! The one macro: a table of rows, each of which becomes a documented static.

/// Declares requirements and, as `ROWS`, the list of them.
///
/// ```text
/// SRV_003 "EXP-SRV-003" {                     name of the static, public id
///     binds Server; level Must;               words of `Role` and `Level`, several with commas,
///     strength Must; scope Every;             of `Strength` and `Scope` (`Only [Rfc2616]`)
///     from 9110 "10.1.1";                     RFC and section, `9110 appendix "B.2"`,
///                                             `Fetch "4.7"` or `Draft "draft-…"`
///     "A server that receives …";             each sentence quoted
///     Rfc2616 "417" => Conforms;              each ruling: profile, marks, verdict
/// }
/// ```
macro_rules! requirements {
    ($(
        $(#[$attribute:meta])*
        $name:ident $id:literal {
            binds $($role:ident),+;
            level $level:ident $(, $other_level:ident)*;
            strength $strength:ident;
            scope $scope:ident $([$($in_profile:ident),*])?;
            from $document:tt $($appendix:ident)? $section:literal
                $(, $other_document:tt $($other_appendix:ident)? $other_section:literal)*;
            $($quote:literal;)*
            $($profile:ident $($mark:literal)|+ => $verdict:ident;)*
        }
    )+) => {
        $(
            #[doc = concat!(
                "`", $id, "`: [`", stringify!($level), "`](crate::Level::", stringify!($level), ")",
                $(" and [`", stringify!($other_level), "`](crate::Level::",
                    stringify!($other_level), ")",)*
                ", ", requirements!(@cite $document $($appendix)? $section),
                $("; ", requirements!(@cite $other_document $($other_appendix)? $other_section),)*
                ".\n\n"
            )]
            // HTML, since Markdown would take the brackets of a quote for links.
            $(#[doc = concat!("<blockquote>", $quote, "</blockquote>\n")])*
            $(#[$attribute])*
            pub static $name: $crate::Requirement = $crate::Requirement {
                id: $id,
                roles: &[$($crate::Role::$role),+],
                levels: &[$crate::Level::$level $(, $crate::Level::$other_level)*],
                strength: $crate::Strength::$strength,
                sources: &[
                    requirements!(@source $document $section),
                    $(requirements!(@source $other_document $other_section),)*
                ],
                quotes: &[$($quote),*],
                scope: $crate::Scope::$scope $((&[$($crate::Profile::$in_profile),*]))?,
                rulings: &[$($(
                    $crate::Ruling {
                        profile: $crate::Profile::$profile,
                        mark: $mark,
                        verdict: $crate::Verdict::$verdict,
                    },
                )+)*],
            };
        )+

        /// The rows of this group, in the order of their ids.
        pub(super) const ROWS: &[&$crate::Requirement] = &[$(&$name),+];

        /// The names of the statics, so that a test can compare them with the ids.
        #[cfg(test)]
        pub(super) const NAMES: &[&str] = &[$(stringify!($name)),+];
    };

    (@cite Fetch $section:literal) => { concat!("Fetch §", $section) };
    (@cite Draft $name:literal) => { $name };
    (@cite $rfc:literal appendix $section:literal) => {
        concat!("RFC ", $rfc, " Appendix ", $section)
    };
    (@cite $rfc:literal $section:literal) => { concat!("RFC ", $rfc, " §", $section) };

    (@source Fetch $section:literal) => {
        $crate::Source { document: $crate::Document::Fetch, section: $section }
    };
    (@source Draft $name:literal) => {
        $crate::Source { document: $crate::Document::Draft($name), section: "" }
    };
    (@source $rfc:literal $section:literal) => {
        $crate::Source { document: $crate::Document::Rfc($rfc), section: $section }
    };
}

pub(crate) use requirements;
