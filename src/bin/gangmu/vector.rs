//! SVG → PDF, with the fonts that are installed: letters stay letters, to be searched and copied.

use std::sync::Arc;

use gangmu::diagnostic::Code;
use krilla::Document;
use krilla::geom::Size;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::{Options, Tree};

use crate::failure::Failure;
use crate::fonts;

/// Points, of which PDF has 72 an inch, for each of the 96 pixels of SVG.
const POINTS: f32 = 72.0 / 96.0;
/// The longest side of a page, in points; more is more than readers take.
const LONGEST: f32 = 14_400.0;

/// A page with a picture.
pub struct Page {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Whether a font with Chinese characters was there to write it.
    pub has_chinese_font: bool,
}

/// Draws a picture.
pub fn render(svg: &[u8]) -> Result<Page, Failure> {
    let failed = |problem: String| {
        Failure::new("pdf", problem)
            .code(Code::PictureFailed)
            .remedy("draw less of the graph (--view overview, --pillar 1)")
    };
    let fonts = fonts::installed();
    let has_chinese_font = fonts::any_chinese(&fonts);
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_data(svg, &options).map_err(|error| failed(error.to_string()))?;
    let size = tree.size();
    let scale = POINTS.min(LONGEST / size.width().max(size.height()));
    let size = Size::from_wh(size.width() * scale, size.height() * scale)
        .ok_or_else(|| failed("the picture has no size".to_owned()))?;
    let mut document = Document::new();
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    surface
        .draw_svg(&tree, size, SvgSettings::default())
        .ok_or_else(|| failed("the picture cannot be drawn".to_owned()))?;
    surface.finish();
    page.finish();
    let pdf = document.finish().map_err(|error| failed(format!("{error:?}")))?;
    Ok(Page { pdf, has_chinese_font })
}
