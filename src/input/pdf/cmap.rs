//! `ToUnicode`: the table by which a font says which characters its codes are.

use std::collections::HashMap;

/// Characters by code.
pub(super) struct ToUnicode {
    characters: HashMap<u32, String>,
    /// How many bytes a code has.
    pub width: usize,
}

/// The most codes that a font has.
const MOST: usize = 1 << 17;

impl ToUnicode {
    /// Reads a table; `None` when it says nothing.
    pub(super) fn read(table: &[u8]) -> Option<Self> {
        let mut read = Self { characters: HashMap::new(), width: 0 };
        let mut tokens = Tokens { rest: table, in_ranges: false };
        // strings since the last keyword
        let mut strings: Vec<Vec<u8>> = Vec::new();
        let mut list: Option<Vec<Vec<u8>>> = None;
        while let Some(token) = tokens.next() {
            match token {
                Token::String(string) => match &mut list {
                    Some(list) => list.push(string),
                    None => strings.push(string),
                },
                Token::Open => list = Some(Vec::new()),
                Token::Close => {
                    if let (Some(list), [.., low, high]) = (list.take(), &strings[..]) {
                        let (low, high) = (number(low), number(high));
                        for (code, characters) in (low..=high).zip(list) {
                            read.add(code, text(&characters));
                        }
                    }
                    strings.clear();
                }
                Token::Word(word) => {
                    match word {
                        b"endcodespacerange" => {
                            read.width = strings.first().map_or(0, Vec::len);
                        }
                        b"endbfchar" => {
                            for pair in strings.chunks_exact(2) {
                                read.add(number(&pair[0]), text(&pair[1]));
                            }
                        }
                        _ => {}
                    }
                    strings.clear();
                    list = None;
                }
            }
            // a range ends with its third string, other than in pairs
            if tokens.in_ranges && list.is_none() && strings.len() == 3 {
                read.add_range(number(&strings[0]), number(&strings[1]), &strings[2]);
                strings.clear();
            }
        }
        (!read.characters.is_empty()).then_some(read)
    }

    fn add(&mut self, code: u32, characters: String) {
        if self.characters.len() < MOST {
            self.characters.insert(code, characters);
        }
    }

    fn add_range(&mut self, low: u32, high: u32, first: &[u8]) {
        let mut units: Vec<u16> = units(first);
        for code in low..=high.min(low.saturating_add(0xFFFF)) {
            self.add(code, String::from_utf16_lossy(&units));
            if let Some(last) = units.last_mut() {
                *last = last.wrapping_add(1);
            }
        }
    }

    /// The characters of a code.
    pub(super) fn get(&self, code: u32) -> Option<&str> {
        self.characters.get(&code).map(String::as_str)
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |sum, &byte| sum << 8 | u32::from(byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        _ => bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect(),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf16_lossy(&units(bytes))
}

enum Token<'a> {
    String(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

struct Tokens<'a> {
    rest: &'a [u8],
    /// Whether ranges are being listed.
    in_ranges: bool,
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        self.rest = self.rest.trim_ascii_start();
        match *self.rest.first()? {
            b'<' if self.rest.get(1) != Some(&b'<') => {
                let end = self.rest.iter().position(|&b| b == b'>')?;
                let digits = self.rest[1..end].iter().filter_map(|&b| char::from(b).to_digit(16));
                let digits: Vec<u8> = digits.filter_map(|d| u8::try_from(d).ok()).collect();
                self.rest = &self.rest[end + 1..];
                Some(Token::String(
                    digits.chunks(2).map(|d| d.iter().fold(0, |n, d| n << 4 | d)).collect(),
                ))
            }
            b'[' => {
                self.rest = &self.rest[1..];
                Some(Token::Open)
            }
            b']' => {
                self.rest = &self.rest[1..];
                Some(Token::Close)
            }
            _ => {
                let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'<' | b'[' | b']');
                let end = self.rest.iter().skip(1).position(ends);
                let (word, rest) = self.rest.split_at(end.map_or(self.rest.len(), |end| end + 1));
                self.rest = rest;
                match word {
                    b"beginbfrange" => self.in_ranges = true,
                    b"endbfrange" => self.in_ranges = false,
                    _ => {}
                }
                Some(Token::Word(word))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read() {
        let table = b"/CIDInit /ProcSet findresource begin <</Registry (Adobe)>> def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            2 beginbfchar <0001> <7EB2> <0002> <4E3E76EE> endbfchar
            2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<5F20> <3002>] endbfrange";
        let table = ToUnicode::read(table).expect("a table");
        assert_eq!(table.width, 2);
        for (code, text) in [(1, "纲"), (2, "举目"), (0x11, "丁"), (0x20, "张"), (0x21, "。")]
        {
            assert_eq!(table.get(code), Some(text), "{code}");
        }
        assert_eq!(table.get(3), None);
        assert!(ToUnicode::read(b"<1").is_none());
    }
}
