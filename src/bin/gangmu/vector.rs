//! SVG → PDF, with the fonts that are installed: letters stay letters, to be searched and copied.

use krilla::Document;
use krilla::geom::Size;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};

use crate::failure::Failure;
use crate::picture::{self, Picture};

/// Points, of which PDF has 72 an inch, for each of the 96 pixels of SVG.
const POINTS: f32 = 72.0 / 96.0;
/// The longest side of a page, in points; more is more than readers take.
const LONGEST: f32 = 14_400.0;

/// Draws pictures as the pages of a PDF.
pub fn draw(pictures: &[Picture]) -> Result<Vec<u8>, Failure> {
    let mut document = Document::new();
    for picture in pictures {
        let size = picture.tree.size();
        let scale = picture.scale(POINTS, LONGEST);
        let size = Size::from_wh(size.width() * scale, size.height() * scale)
            .ok_or_else(|| picture.failed("the picture has no size"))?;
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        surface
            .draw_svg(&picture.tree, size, SvgSettings::default())
            .ok_or_else(|| picture.failed("the picture cannot be drawn"))?;
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| picture::failed("pdf", format!("{error:?}")))
}
