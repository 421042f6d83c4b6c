//! Whether what came out of a PDF is text.

use crate::input::InputError;
use crate::input::familiar::{is_garbage, ratio};

/// From how many characters a page on average a document is not a scan.
const A_PAGE: usize = 8;

/// Refuses what is no text, saying why.
pub(super) fn judge(text: &str, pages: usize) -> Result<(), InputError> {
    let visible = || text.chars().filter(|c| !c.is_whitespace());
    let all = visible().count();
    if all == 0 || all < pages.min(20) * A_PAGE && !text.chars().any(|c| c == '。') && pages > 1 {
        return Err(InputError::Scanned { pages });
    }
    let no_character = visible().filter(|&c| is_no_character(c)).count();
    // bytes of Chinese characters, shown as if they were letters of western languages
    let western = visible().filter(|c| matches!(c, '\u{80}'..='\u{24F}')).count();
    if ratio(no_character, all) > 0.03 || ratio(western, all) > 0.2 || is_garbage(text) {
        return Err(InputError::UnreadableFonts);
    }
    Ok(())
}

/// What stands for characters that are not known: marks for that, and private ones.
fn is_no_character(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER
        || c.is_control()
        || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_passes_and_garbage_does_not() {
        assert_eq!(judge("加快建设现代化产业体系，推动企业做大做强。", 1), Ok(()));
        assert_eq!(judge("12 3", 9), Err(InputError::Scanned { pages: 9 }));
        assert_eq!(judge("", 1), Err(InputError::Scanned { pages: 1 }));
        assert_eq!(judge("ÎÒ¹ú¾¼ÃÉç»á·¢Õ¹", 1), Err(InputError::UnreadableFonts));
        assert_eq!(judge("发展\u{FFFD}产业\u{E001}项目", 1), Err(InputError::UnreadableFonts));
        assert_eq!(judge(&"覝躒滇軉瓚佷蘩玃".repeat(9), 1), Err(InputError::UnreadableFonts));
    }
}
