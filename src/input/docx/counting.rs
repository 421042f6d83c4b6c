//! Numbers as lists write them.

/// A number in the way that a format of the file's (`w:numFmt`) writes it.
pub(super) fn write(format: &str, number: u32) -> String {
    match format {
        "none" => String::new(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => han(number, &PLAIN),
        "chineseLegalSimplified" => han(number, &LEGAL),
        "ideographLegalTraditional" | "japaneseLegal" => han(number, &LEGAL_TRADITIONAL),
        "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital"
        | "koreanDigital2" => digits(number, '〇'),
        "ideographTraditional" => {
            cycle(number, &"甲乙丙丁戊己庚辛壬癸".chars().collect::<Vec<_>>())
        }
        "ideographZodiac" => cycle(number, &"子丑寅卯辰巳午未申酉戌亥".chars().collect::<Vec<_>>()),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, '①', 20),
        "decimalEnclosedParen" => enclosed(number, '⑴', 20),
        "decimalEnclosedFullstop" => enclosed(number, '⒈', 20),
        "ideographEnclosedCircle" => enclosed(number, '㊀', 10),
        "decimalFullWidth" | "decimalFullWidth2" => number
            .to_string()
            .chars()
            .map(|c| c.to_digit(10).and_then(|d| char::from_u32('０' as u32 + d)).unwrap_or(c))
            .collect(),
        "decimalZero" => format!("{number:02}"),
        "lowerLetter" => letters(number, 'a'),
        "upperLetter" => letters(number, 'A'),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        _ => number.to_string(),
    }
}

/// Digits from 0, and the units of ten, a hundred, a thousand.
struct Numerals {
    digits: [char; 10],
    units: [&'static str; 4],
    /// Whether 10 is 十 and not 一十.
    short_ten: bool,
}

const PLAIN: Numerals = Numerals {
    digits: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
    units: ["", "十", "百", "千"],
    short_ten: true,
};
const LEGAL: Numerals = Numerals {
    digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
    units: ["", "拾", "佰", "仟"],
    short_ten: false,
};
const LEGAL_TRADITIONAL: Numerals = Numerals {
    digits: ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'],
    units: ["", "拾", "佰", "仟"],
    short_ten: false,
};

fn han(number: u32, numerals: &Numerals) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let mut written = String::new();
    let mut gap = false;
    for place in (0..4).rev() {
        let digit = number / 10u32.pow(place) % 10;
        if digit == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push(numerals.digits[0]);
        }
        gap = false;
        let one_of_ten = digit == 1 && place == 1 && written.is_empty() && numerals.short_ten;
        if !one_of_ten {
            written.push(numerals.digits[digit as usize]);
        }
        written.push_str(numerals.units[place as usize]);
    }
    written
}

fn digits(number: u32, zero: char) -> String {
    let digit = |c: char| match c.to_digit(10) {
        Some(0) | None => zero,
        Some(d) => PLAIN.digits[d as usize],
    };
    number.to_string().chars().map(digit).collect()
}

fn cycle(number: u32, signs: &[char]) -> String {
    let index = number.saturating_sub(1) as usize;
    signs.get(index).map_or_else(|| number.to_string(), char::to_string)
}

fn enclosed(number: u32, one: char, most: u32) -> String {
    let sign = (1..=most).contains(&number).then(|| char::from_u32(one as u32 + number - 1));
    sign.flatten().map_or_else(|| number.to_string(), |sign| sign.to_string())
}

/// a, b … z, aa, bb … as Word counts.
fn letters(number: u32, first: char) -> String {
    let index = number.saturating_sub(1);
    let letter = char::from_u32(first as u32 + index % 26).unwrap_or(first);
    // a number that no list reaches must not make a word that no memory holds
    letter.to_string().repeat((index / 26).min(9) as usize + 1)
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_lists() {
        for (format, number, expected) in [
            ("chineseCounting", 1, "一"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCountingThousand", 12, "十二"),
            ("japaneseCounting", 20, "二十"),
            ("chineseCountingThousand", 105, "一百零五"),
            ("chineseCountingThousand", 2010, "二千零一十"),
            ("chineseLegalSimplified", 11, "壹拾壹"),
            ("ideographDigital", 10, "一〇"),
            ("ideographTraditional", 2, "乙"),
            ("decimalEnclosedCircleChinese", 3, "③"),
            ("decimalEnclosedCircle", 21, "21"),
            ("decimalFullWidth", 12, "１２"),
            ("decimal", 7, "7"),
            ("lowerLetter", 27, "aa"),
            ("upperRoman", 14, "XIV"),
            ("none", 4, ""),
        ] {
            assert_eq!(write(format, number), expected, "{format} {number}");
        }
        for number in 1..200 {
            assert!(!write("chineseCounting", number).contains("零零"));
        }
    }
}
