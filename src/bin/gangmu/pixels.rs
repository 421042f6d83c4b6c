//! SVG → PNG, with the fonts that are installed.

use resvg::tiny_skia::{Pixmap, Transform};

use crate::failure::Failure;
use crate::picture::Picture;

/// Pixels for each unit of the picture: letters stay sharp in print.
const SCALE: f32 = 2.0;
/// The longest side of a picture; more is more than most programs open.
const LONGEST: f32 = 16_000.0;

/// Draws a picture as PNG.
pub fn draw(picture: &Picture) -> Result<Vec<u8>, Failure> {
    let size = picture.tree.size();
    let scale = picture.scale(SCALE, LONGEST);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within LONGEST")]
    let pixels = |length: f32| ((length * scale).round() as u32).max(1);
    let mut canvas = Pixmap::new(pixels(size.width()), pixels(size.height()))
        .ok_or_else(|| picture.failed("the picture is too large"))?;
    resvg::render(&picture.tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    canvas.encode_png().map_err(|error| picture.failed(error.to_string()))
}
