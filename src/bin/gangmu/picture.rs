//! Pictures of ours on their way to PNG and PDF, with the fonts that are installed.

use std::sync::Arc;

use gangmu::diagnostic::Code;
use gangmu::export::File;
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};

use crate::failure::Failure;

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
        let mut fonts = Database::new();
        fonts.load_system_fonts();
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
