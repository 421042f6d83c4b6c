//! XML of office formats as a row of events, with what their readers need and nothing else. Nothing
//! here calls itself, so that no nesting can exhaust the stack.

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{InputError, Limits};

/// What comes next. Names are without their prefix.
pub(super) enum Node<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// The innermost element ends; its name.
    End(String),
    /// Characters.
    Text(Cow<'a, str>),
}

/// The start of an element.
pub(super) struct Element<'a> {
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Its name.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// An attribute by its name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let mut named = attributes.filter(|a| a.key.local_name().into_inner() == name);
        let value = named.next()?;
        Some(match value.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => value.into_owned(),
            Err(_) => value.value.into_owned(),
        })
    }
}

/// Reads XML node by node.
pub(super) struct Nodes<'a> {
    reader: Reader<&'a [u8]>,
    what: &'static str,
    limits: Limits,
    depth: usize,
    /// The name of an element without content, which ends right after it began.
    pending: Option<String>,
}

/// The characters of a part of a container.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        _ => UTF_8,
    };
    encoding.decode_with_bom_removal(bytes).0
}

impl<'a> Nodes<'a> {
    /// The nodes of `xml`; `what` it is a part of.
    pub(super) fn new(xml: &'a str, what: &'static str, limits: Limits) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        Self { reader, what, limits, depth: 0, pending: None }
    }

    /// The next node; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, InputError> {
        if let Some(name) = self.pending.take() {
            return Ok(Some(Node::End(name)));
        }
        loop {
            let event = self.reader.read_event().map_err(|_| self.damaged())?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > self.limits.depth {
                        return Err(InputError::TooDeep {
                            what: "elements are",
                            limit: self.limits.depth,
                        });
                    }
                    Node::Start(Element { start })
                }
                Event::Empty(start) => {
                    self.pending = Some(start.local_name().into_inner().to_owned());
                    Node::Start(Element { start })
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End(end.local_name().into_inner().to_owned())
                }
                Event::Text(text) => Node::Text(text.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(text) => Node::Text(text.xml_content(XmlVersion::Implicit1_0)),
                Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                    Ok(Some(c)) => Node::Text(Cow::Owned(c.to_string())),
                    _ => match quick_xml::escape::resolve_xml_entity(&entity) {
                        Some(text) => Node::Text(Cow::Borrowed(text)),
                        // others are declared in the file itself, as no office program does
                        None => continue,
                    },
                },
                Event::Eof if self.depth > 0 => return Err(self.damaged()),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Passes over the rest of the element that began last.
    pub(super) fn skip(&mut self) -> Result<(), InputError> {
        let mut open = 1;
        while open > 0 {
            match self.next()? {
                Some(Node::Start(_)) => open += 1,
                Some(Node::End(_)) => open -= 1,
                Some(Node::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }

    fn damaged(&self) -> InputError {
        InputError::Damaged { what: self.what, problem: "a part of it is no sound XML" }
    }
}
