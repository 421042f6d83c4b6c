//! The places of a sentence where a name may begin, and what stands before each.

use super::context::Left;
use super::view::View;
use crate::lexicon::Classes;

impl View<'_> {
    /// Finds the places where a name may begin.
    pub(super) fn find_cuts(&mut self) {
        let len = self.len();
        let mut cuts = std::mem::take(&mut self.buffers.cuts);
        cuts.clear();
        // places from the clause's start that are verbs and adverbs throughout: its predicate
        let mut chain = std::mem::take(&mut self.buffers.chain);
        chain.clear();
        chain.resize(len + 1, false);
        let mut lefts = std::mem::take(&mut self.buffers.lefts);
        lefts.clear();
        lefts.resize(len + 1, Left::Inside);
        let mut before: Option<char> = None;
        for at in 0..len {
            let starts_clause =
                matches!(before, None | Some('，' | '；' | '：' | ',' | ';' | '。'));
            if starts_clause {
                chain[at] = true;
                self.behind_subject(at, &mut chain);
            }
            if chain[at] {
                self.extend_chain(at, &mut chain);
            }
            if let Some(left) = self.left_of(at, before, chain[at] && !starts_clause) {
                cuts.push(at);
                lefts[at] = left;
            }
            before = self.after(at);
        }
        self.buffers.cuts = cuts;
        self.buffers.chain = chain;
        self.buffers.lefts = lefts;
    }

    /// The predicate may also begin behind a subject and a modal: 翼城将|启动….
    fn behind_subject(&self, at: usize, chain: &mut [bool]) {
        let subject = Classes::PLACE.or(Classes::SUBJECT).or(Classes::BODY);
        let Some(word) = self.longest_from(at).filter(|word| word.classes.any(subject)) else {
            return;
        };
        if matches!(self.after(word.end), Some('将' | '要' | '应')) {
            chain[word.end + 1] = true;
        }
    }

    /// Marks where verbs and adverbs that begin here end.
    fn extend_chain(&self, at: usize, chain: &mut [bool]) {
        let predicate = Classes::VERB
            .or(Classes::ADVERB)
            .or(Classes::MODAL)
            .or(Classes::NOMINAL)
            .or(Classes::CONNECTIVE);
        for word in self.all_from(at).iter().filter(|word| word.classes.any(predicate)) {
            chain[word.end] = true;
        }
    }

    /// What stands before a place, if a name may begin there.
    fn left_of(&self, at: usize, before: Option<char>, in_chain: bool) -> Option<Left> {
        let Some(before) = before else { return Some(Left::Start) };
        if !matches!(before, '\u{4e00}'..='\u{9fff}')
            && let Some(left) = behind_mark(before)
        {
            return Some(left);
        }
        let classes = self.classes_to(at);
        let last = self.longest_to(at);
        let long = last.is_some_and(|word| word.len() >= 2);
        if !long {
            match before {
                '和' | '与' | '及' | '或' => return Some(Left::And),
                '的' | '之' => return Some(Left::Of),
                '了' | '着' | '过' => return Some(Left::Aspect),
                '等' => return Some(Left::Etc),
                '对' | '把' | '将' | '为' | '以' | '向' | '在' | '由' | '从' | '到' | '于'
                | '被' | '给' | '至' | '同' | '是' | '有' | '按' | '让' | '使' | '用' => {
                    return Some(Left::Preposition);
                }
                _ => {}
            }
        }
        if classes.is_empty() {
            return None;
        }
        if in_chain && classes.any(Classes::VERB.or(Classes::NOMINAL)) {
            return Some(Left::Predicate);
        }
        if in_chain && classes.any(Classes::ADVERB.or(Classes::MODAL).or(Classes::CONNECTIVE)) {
            return Some(Left::PredicateAdverb);
        }
        if classes.any(Classes::CLASSIFIER) && self.counted(at) {
            return Some(Left::Counted);
        }
        let text_cut = if classes.any(Classes::PLACE) {
            Left::Place
        } else if classes.any(Classes::NAME) {
            Left::Name
        } else if classes.any(Classes::MODIFIER) {
            Left::Modifier
        } else if classes.any(Classes::VERB) && long {
            Left::Verb
        } else if classes.any(Classes::ADJUNCT.or(Classes::PREPOSITION).or(Classes::CONNECTIVE))
            && long
        {
            Left::Preposition
        } else if classes.any(Classes::ADVERB) && long {
            Left::Adverb
        } else if classes.any(Classes::ATTRIBUTE.or(Classes::ATTRIBUTIVE)) && long {
            Left::Attribute
        } else if classes.any(Classes::NOMINAL) {
            Left::Nominal
        } else if classes.any(
            Classes::NOUN
                .or(Classes::HEAD)
                .or(Classes::BODY)
                .or(Classes::TIME)
                .or(Classes::SUBJECT),
        ) && long
        {
            Left::Noun
        } else {
            return None;
        };
        Some(text_cut)
    }

    /// Whether the classifier that ends at a place has a number before it.
    fn counted(&self, at: usize) -> bool {
        let Some(word) = self.longest_to(at) else { return false };
        self.before(word.start).is_some_and(|c| {
            c.is_ascii_digit()
                || matches!(
                    c,
                    '一' | '二'
                        | '三'
                        | '四'
                        | '五'
                        | '六'
                        | '七'
                        | '八'
                        | '九'
                        | '十'
                        | '百'
                        | '千'
                        | '万'
                        | '亿'
                        | '两'
                        | '余'
                        | '多'
                        | '几'
                        | '数'
                        | '首'
                        | '新'
                        | '大'
                )
        })
    }
}

/// What a mark of punctuation before a place says of it.
fn behind_mark(mark: char) -> Option<Left> {
    Some(match mark {
        '，' | '；' | '：' | ',' | ';' | ':' | '。' | '！' | '？' => Left::Clause,
        '、' => Left::Comma,
        '“' | '‘' | '《' | '「' => Left::QuoteOpen,
        '”' | '’' | '》' | '」' => Left::QuoteClose,
        '（' | '(' | '）' | ')' | ' ' | '\u{3000}' | '·' | '—' => Left::Bracket,
        _ => return None,
    })
}
