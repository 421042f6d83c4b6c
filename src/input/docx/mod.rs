//! Word documents (DOCX, and what WPS saves as such): a container of XML parts.
//!
//! A paragraph is a line, a row of a table a line with a tab between cells. Numbers that Word counts
//! itself are written out, since headings are told by them. Text boxes follow the paragraph that they
//! are fixed to, footnotes and endnotes the body. Deleted text, field codes, hidden text, headers and
//! tables of contents are no text.

mod body;
mod counting;
mod numbering;
mod styles;

use super::package::{self, Package};
use super::{Extracted, File, Format, InputError, Limits, Options, Reader, xml};
use body::Writer;
use numbering::Numbering;
use styles::Styles;

/// What messages call it.
const WHAT: &str = "this Word document";

/// Reads Word documents. It takes every container that no other reader took and that is no archive
/// of documents, to say what is wrong with it.
pub(super) struct Docx;

impl Reader for Docx {
    fn format(&self) -> Format {
        Format {
            name: "docx",
            description: "Word documents, also those of WPS, automatic numbers written out",
            extensions: &["docx", "docm"],
        }
    }

    fn recognises(&self, file: File<'_>) -> bool {
        package::is_package(file.bytes)
    }

    fn read(&self, file: File<'_>, options: &Options<'_>) -> Result<Extracted, InputError> {
        let mut package = Package::open(file.bytes, "this ZIP container", options.limits)?;
        if let Some(error) = other_container(&package) {
            return Err(error);
        }
        package.call_it(WHAT);
        let main = main_part(&mut package, options.limits)?;
        let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let part = |name: &str| match folder {
            "" => name.to_owned(),
            folder => format!("{folder}/{name}"),
        };
        let styles = match package.part(&part("styles.xml"))? {
            Some(bytes) => Styles::read(&xml::decode(&bytes), options.limits)?,
            None => Styles::default(),
        };
        let numbering = match package.part(&part("numbering.xml"))? {
            Some(bytes) => Numbering::read(&xml::decode(&bytes), options.limits)?,
            None => Numbering::default(),
        };
        let mut writer = Writer::new(&styles, numbering);
        let document = package.required(&main)?;
        writer.read(&xml::decode(&document), options.limits)?;
        for notes in ["footnotes.xml", "endnotes.xml"] {
            if let Some(bytes) = package.part(&part(notes))? {
                writer.read(&xml::decode(&bytes), options.limits)?;
            }
        }
        let (text, layout) = writer.finish();
        Ok(Extracted { layout, ..Extracted::new(text, "UTF-8") })
    }
}

/// The part that holds the text: mostly `word/document.xml`, but any name will do.
fn main_part(package: &mut Package<'_>, limits: Limits) -> Result<String, InputError> {
    let usual = "word/document.xml";
    let Some(relations) = package.part("_rels/.rels")? else { return Ok(usual.to_owned()) };
    let relations = xml::decode(&relations);
    let mut nodes = xml::Nodes::new(&relations, WHAT, limits);
    while let Some(node) = nodes.next()? {
        if let xml::Node::Start(element) = node
            && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
            && let Some(target) = element.attribute("Target")
        {
            return Ok(target.trim_start_matches('/').to_owned());
        }
    }
    Ok(usual.to_owned())
}

/// What a container is that is no Word document.
fn other_container(package: &Package<'_>) -> Option<InputError> {
    const SAVE_ANEW: &str = "open it in Word or WPS and save it as DOCX or as plain text in UTF-8";
    let has = |start: &str| package.names().any(|name| name.starts_with(start));
    let unsupported = |what, remedy| Some(InputError::Unsupported { what, remedy });
    if has("ppt/") {
        return unsupported("a presentation (PPTX)", "save it as plain text or PDF");
    }
    if has("xl/") {
        return unsupported("a workbook of Excel's binary kind (XLSB)", "save it as XLSX");
    }
    if has("content.xml") {
        return unsupported("an OpenDocument file", SAVE_ANEW);
    }
    if has("word/") || has("[Content_Types].xml") || has("_rels/") {
        return None;
    }
    unsupported("a ZIP archive inside of which documents may be", "give it to `gangmu build`")
}
