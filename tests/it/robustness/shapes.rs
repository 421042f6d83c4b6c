// Shared by the tests and by benches/limits.rs.

/// A kind of text: its name, and a text of so many characters of it.
type Shape = (&'static str, fn(usize) -> String);

/// Repeats a piece to about so many characters.
fn repeat(piece: &str, characters: usize) -> String {
    piece.repeat(characters / piece.chars().count())
}

/// A different line for each number, to about so many characters.
fn lines(line: fn(usize) -> String, characters: usize) -> String {
    let each = line(0).chars().count();
    (0..characters / each).map(line).collect()
}

/// A Chinese character for a number.
fn han(number: usize) -> char {
    char::from_u32(0x4e00 + u32::try_from(number % 9973).unwrap_or(0)).unwrap_or('一')
}

const SHAPES: &[Shape] = &[
    ("one_line_clauses", |n| repeat("推进乡村振兴，加快华翔集团新材料科技园项目建设，", n)),
    ("one_line_sentences", |n| repeat("推进乡村振兴，加快华翔集团新材料科技园项目建设。", n)),
    ("headings", |n| lines(|i| format!("# 推进第{}项产业发展\n", i % 10), n)),
    ("nested_headings", |n| repeat("一、推进重点工作\n（一）加快改革开放\n1.加强环境建设\n", n)),
    ("headings_and_bodies", |n| repeat("# 推进产业发展\n加快建设产业园区，引进华翔集团。\n", n)),
    ("open_brackets", |n| repeat("（", n)),
    ("brackets_in_text", |n| repeat("（推进产业发展《", n)),
    ("open_quotes", |n| repeat("“", n)),
    ("quotes_in_text", |n| repeat("“推进产业发展", n)),
    ("quoted_heads", |n| repeat("“甲乙”行动", n)),
    ("punctuation", |n| repeat("，。；：！？、", n)),
    ("commas", |n| repeat("，", n)),
    ("enumeration_marks", |n| repeat("、", n)),
    ("digits", |n| repeat("1234567890", n)),
    ("han_digits", |n| repeat("一二三四五六七八九十", n)),
    ("years", |n| repeat("2025年", n)),
    ("private_use", |n| repeat("\u{e000}", n)),
    ("latin", |n| repeat("the quick brown fox jumps over the lazy dog ", n)),
    ("latin_without_spaces", |n| repeat("abcdefghij", n)),
    ("arabic", |n| repeat("مرحبا بالعالم ", n)),
    ("emoji", |n| repeat("👨‍👩‍👧‍👦", n)),
    ("combining", |n| repeat("e\u{301}", n)),
    ("one_character", |n| repeat("的", n)),
    ("rare_characters", |n| repeat("䶮", n)),
    ("firm_endings", |n| repeat("有限公司", n)),
    ("heads", |n| repeat("项目工程", n)),
    ("names_enumerated", |n| repeat("华翔集团、清华大学、钢铁产业、", n)),
    ("class_noun_at_end", |n| repeat("甲乙、丙丁、", n.saturating_sub(3)) + "等企业"),
    ("colons", |n| repeat("推进：加快：", n)),
    ("series", |n| repeat("一是推进改革。二是加快发展。", n)),
    ("dashes", |n| repeat("——", n)),
    ("blank_lines", |n| repeat("\n", n.saturating_sub(1)) + "推"),
    ("lost_breaks", |n| {
        let heading = "产业转型持续加快上半年，新建厂房9家。\n城乡面貌不断改善上半年，改造小区9个。\n";
        heading.to_owned() + &repeat("城乡面貌不断改善乡村持续建设", n.saturating_sub(38)) + "，"
    }),
    ("different_companies", |n| {
        lines(
            |i| {
                let brand: String = [han(i), han(i * 7 + 3), han(i / 97 + 11)].iter().collect();
                format!("支持{brand}集团、山西{brand}集团有限公司发展。\n")
            },
            n,
        )
    }),
];
