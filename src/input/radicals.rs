//! Characters that fonts have twice. A PDF may say of 民 that it is the radical ⺠, since both look the
//! same; a reader means the character.

use unicode_normalization::UnicodeNormalization;

/// Radicals of the block U+2E80 to U+2EFF that look like a character, and that character, in turn.
/// Unicode gives them no decomposition.
const SUPPLEMENT: &str = "⺁厂⺄乙⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺗心⺛旡⺜日⺝月⺞歹⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺳网⺶羊\
⺷羊⺸羊⺹老⺻聿⺼肉⺽臼⻀艹⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻋车⻌辶⻍辶⻎辶⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻢马\
⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// The ordinary character for one that fonts have twice: a radical, a compatibility form.
pub(super) fn ordinary(c: char) -> char {
    match c {
        '\u{2E80}'..='\u{2EFF}' => {
            let mut rest = SUPPLEMENT.chars().skip_while(|&other| other != c);
            rest.nth(1).unwrap_or(c)
        }
        // its decomposition is the traditional form
        '⼾' => '户',
        '\u{2F00}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' => c.nfkc().next().unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_characters() {
        let text: String = "⺠生、⻓效、⽼人、⻋、館".chars().map(ordinary).collect();
        assert_eq!(text, "民生、长效、老人、车、館");
        // in pairs: every other one is a radical
        let radical = |c: char| ('\u{2E80}'..='\u{2EFF}').contains(&c);
        assert!(SUPPLEMENT.chars().enumerate().all(|(at, c)| radical(c) == (at % 2 == 0)));
    }
}
