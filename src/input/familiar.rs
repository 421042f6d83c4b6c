//! Whether characters make sense: the measure by which encodings are told apart, and by which text
//! out of a PDF with bad fonts is known for garbage.

use crate::text::simplified;

/// The most frequent characters of modern Chinese. Half of any text is made of them, and hardly a
/// tenth of what a wrong decoding makes.
const FREQUENT: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说\
产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它\
合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意\
建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将\
组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济\
阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才\
科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周\
委素技备半办青省列习响约支般史感劳便团往市府县创推落优促企业服策贯局施项引升培育构协续";

/// How many Chinese characters a text must have to be judged by them.
const ENOUGH: usize = 40;

/// What share of a text's Chinese characters is frequent, from 0 to 1; 0 where it has none.
pub(super) fn share(text: &str) -> f64 {
    let (frequent, han) = count(text);
    ratio(frequent, han)
}

/// Whether a text has many Chinese characters and they are such as no text is made of.
pub(super) fn is_garbage(text: &str) -> bool {
    let (frequent, han) = count(text);
    han >= ENOUGH && ratio(frequent, han) < 0.15
}

fn count(text: &str) -> (usize, usize) {
    let folded = simplified(text);
    let mut frequent = 0;
    let mut han = 0;
    // a part tells as much as the whole, and texts may be long
    for c in folded.as_deref().unwrap_or(text).chars().filter(|&c| is_han(c)).take(4000) {
        han += 1;
        frequent += usize::from(FREQUENT.contains(c));
    }
    (frequent, han)
}

/// Whether it is a character of the two blocks that Chinese texts are written in.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}')
}

/// The share that `part` has of `whole`.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    let float = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sense_and_garbage() {
        assert!(share("加快建设现代化产业体系，支持企业做大做强") > 0.6);
        assert!(share("加快建設現代化產業體系，支持企業做大做強") > 0.6);
        assert!(is_garbage(&"覝躒滇軉瓚佷".repeat(10)));
        assert!(!is_garbage("覝躒滇"));
    }
}
