//! The fonts that are installed, for pictures that hold their letters.

use resvg::usvg::fontdb::Database;

/// Fonts with Chinese characters, by a part of their names.
const CHINESE: &[&str] = &[
    "CJK",
    "Source Han",
    "PingFang",
    "YaHei",
    "SimSun",
    "SimHei",
    "Hiragino Sans GB",
    "WenQuanYi",
    "Heiti",
    "Songti",
    "Kaiti",
    "FangSong",
    "AR PL",
    "Droid Sans Fallback",
    "HarmonyOS",
    "Microsoft JhengHei",
];

/// All fonts of the system.
pub fn installed() -> Database {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    fonts
}

/// Whether one of them has Chinese characters.
pub fn any_chinese(fonts: &Database) -> bool {
    let is_chinese = |name: &str| CHINESE.iter().any(|part| name.contains(part));
    fonts.faces().any(|face| face.families.iter().any(|(name, _)| is_chinese(name)))
}
