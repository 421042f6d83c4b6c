//! When two written names are the same name.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::text::is_blank;

/// The form by which names are compared: compatibility-normalised (NFKC), in lower case, without
/// quotation marks and white space.
///
/// It is for comparing only; what is shown is always a form that a document has. A name of nothing
/// but quotes and blanks stands for itself.
///
/// # Example
/// ```
/// use gangmu::graph::match_key;
/// assert_eq!(match_key("“三块地”改革"), "三块地改革");
/// assert_eq!(match_key("ＬＥＤ 照明"), "led照明");
/// ```
#[must_use]
pub fn match_key(name: &str) -> Cow<'_, str> {
    if name.chars().all(is_plain) {
        return Cow::Borrowed(name);
    }
    // of these, normalisation changes none
    if name.chars().all(|c| is_plain(c) || c.is_ascii_uppercase() || is_quote(c)) {
        let kept = name.chars().filter(|&c| !is_quote(c));
        let key: String = kept.map(|c| c.to_ascii_lowercase()).collect();
        return if key.is_empty() { Cow::Borrowed(name) } else { Cow::Owned(key) };
    }
    let key = settle(name, |c| !is_quote(c) && !is_blank(c));
    Cow::Owned(if key.is_empty() { settle(name, |_| true) } else { key })
}

/// Folds a name until folding changes nothing more: what is left after a character was dropped, or
/// put in lower case, may compose anew.
fn settle(name: &str, kept: fn(char) -> bool) -> String {
    let fold = |name: &str| -> String {
        name.nfkc().flat_map(char::to_lowercase).filter(|&c| kept(c)).collect()
    };
    let mut key = fold(name);
    for _ in 0..4 {
        let again = fold(&key);
        if again == key {
            break;
        }
        key = again;
    }
    key
}

/// Most names consist of these alone, and are their own key.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '0'..='9' | 'a'..='z')
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '‘'
            | '’'
            | '「'
            | '」'
            | '『'
            | '』'
            | '《'
            | '》'
            | '〈'
            | '〉'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_agree() {
        for (left, right) in [
            ("“四个不摘”", "四个不摘"),
            ("《规划》", "规划"),
            ("Ａ股", "a股"),
            ("5G\u{3000}网络", "5g网络"),
            ("㈱华翔", "(株)华翔"),
        ] {
            assert_eq!(match_key(left), match_key(right));
        }
    }

    #[test]
    fn different_names_stay_apart_even_without_letters() {
        assert_ne!(match_key("“”"), match_key("《》"));
        assert_ne!(match_key("钢铁"), match_key("铸造"));
    }

    #[test]
    fn a_key_is_its_own_key() {
        for name in ["“三块地”改革", "LED", "İstanbul", " ", "ﷺ", "E¨"] {
            let key = match_key(name).into_owned();
            assert_eq!(match_key(&key), key, "{name}");
        }
    }
}
