//! Names of formats and encodings, as this version knows them.

use crate::input;

/// The name of a format that this version reads.
pub(super) fn format_name(name: &str) -> Option<&'static str> {
    input::formats().map(|format| format.name).find(|known| *known == name)
}

/// The name of an encoding, of those that the Encoding Standard knows.
pub(super) fn encoding_name(name: &str) -> Option<&'static str> {
    const ENCODINGS: &[&str] = &[
        "UTF-8",
        "GB18030",
        "GBK",
        "Big5",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-16",
        "GB2312",
        "EUC-JP",
        "Shift_JIS",
        "ISO-2022-JP",
        "EUC-KR",
        "windows-1252",
        "windows-1250",
        "windows-1251",
        "ISO-8859-1",
        "ISO-8859-2",
        "ISO-8859-15",
        "US-ASCII",
        "UTF-32LE",
        "UTF-32BE",
    ];
    ENCODINGS.iter().copied().find(|known| *known == name)
}
