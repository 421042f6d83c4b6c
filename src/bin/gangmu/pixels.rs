//! SVG → PNG, with the fonts that are installed.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use gangmu::diagnostic::Code;

use crate::failure::Failure;
use crate::fonts;

/// Pixels for each unit of the picture: letters stay sharp in print.
const SCALE: f32 = 2.0;
/// The longest side of a picture; more is more than most programs open.
const LONGEST: f32 = 16_000.0;
/// A picture in pixels.
pub struct Pixels {
    /// The PNG.
    pub png: Vec<u8>,
    /// Whether a font with Chinese characters was there to draw it.
    pub has_chinese_font: bool,
}

/// Draws a picture.
pub fn render(svg: &[u8]) -> Result<Pixels, Failure> {
    let failed = |problem: String| {
        let failure = Failure::new("png", problem).code(Code::PictureFailed);
        failure.remedy("draw less of the graph (--view overview, --pillar 1)")
    };
    let fonts = fonts::installed();
    let has_chinese_font = fonts::any_chinese(&fonts);
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_data(svg, &options).map_err(|error| failed(error.to_string()))?;
    let size = tree.size();
    let scale = SCALE.min(LONGEST / size.width().max(size.height()));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within LONGEST")]
    let pixels = |length: f32| ((length * scale).round() as u32).max(1);
    let mut canvas = Pixmap::new(pixels(size.width()), pixels(size.height()))
        .ok_or_else(|| failed("the picture is too large".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let png = canvas.encode_png().map_err(|error| failed(error.to_string()))?;
    Ok(Pixels { png, has_chinese_font })
}
