//! Pictures of ours on their way to PNG and PDF, with the fonts that are installed.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use gangmu::diagnostic::Code;
use gangmu::export::File;
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source, Weight};
use resvg::usvg::{Options, Tree};

use crate::failure::Failure;

/// The families that pictures ask for, in their order.
const PREFERRED: &[&str] =
    &["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"];

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

/// A picture whose letters have their fonts.
pub struct Picture {
    /// What is to be drawn.
    pub tree: Tree,
    /// Which page it is, of how many.
    pub page: Option<(usize, usize)>,
    /// Whether a font with Chinese characters was there for it.
    pub has_chinese_font: bool,
    format: &'static str,
}

impl Picture {
    /// Reads the pages of an SVG that are to be drawn in a format.
    pub fn read(pages: &[File], format: &'static str) -> Result<Vec<Self>, Failure> {
        let fonts = fonts();
        let has_chinese_font = any_chinese(&fonts);
        let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
        let read = |page: &File| match Tree::from_data(&page.bytes, &options) {
            Ok(tree) => Ok(Self { tree, page: page.page, has_chinese_font, format }),
            Err(error) => Err(failed(format, error.to_string())),
        };
        pages.iter().map(read).collect()
    }

    /// How large it is drawn: so many units for one of its own, or fewer where its longest side would
    /// have more than `longest`.
    pub fn scale(&self, units: f32, longest: f32) -> f32 {
        let size = self.tree.size();
        units.min(longest / size.width().max(size.height()))
    }

    /// That it could not be drawn.
    pub fn failed(&self, problem: impl Into<String>) -> Failure {
        failed(self.format, problem.into())
    }
}

/// The fonts that are installed. A font that stays a file is opened anew for every word, which takes
/// most of the time; so the one that nearly all words are written in is read once.
fn fonts() -> Database {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let of = |family: &str| -> Vec<(ID, PathBuf)> {
        let faces = fonts.faces().filter(|face| {
            face.families.first().is_some_and(|(name, _)| name == family)
                && matches!(face.weight, Weight::NORMAL | Weight::BOLD)
        });
        let file = |face: &FaceInfo| match &face.source {
            Source::File(path) => Some((face.id, path.clone())),
            _ => None,
        };
        faces.filter_map(file).collect()
    };
    let found = PREFERRED.iter().map(|family| of(family)).find(|faces| !faces.is_empty());
    for (face, path) in found.unwrap_or_default() {
        if let Ok(data) = fs::read(path) {
            fonts.remove_face(face);
            fonts.load_font_data(data);
        }
    }
    fonts
}

/// That a picture could not be drawn in a format.
pub fn failed(format: &str, problem: String) -> Failure {
    Failure::new(format, problem)
        .code(Code::PictureFailed)
        .remedy("draw less of the graph (--view overview, --pillar 1)")
}

/// Whether one of the fonts has Chinese characters.
fn any_chinese(fonts: &Database) -> bool {
    let is_chinese = |name: &str| CHINESE.iter().any(|part| name.contains(part));
    fonts.faces().any(|face| face.families.iter().any(|(name, _)| is_chinese(name)))
}
