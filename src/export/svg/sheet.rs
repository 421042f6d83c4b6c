//! What a picture is drawn on: a page of paper, a slide, or as much as it needs.

use super::item::SMALL;

/// How large a picture is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Size {
    /// As large as its content, about as wide as a screen: always one picture.
    #[default]
    Screen,
    /// Pages of A4, upright.
    A4,
    /// Pages of A3, lying.
    A3,
    /// Slides of 16 to 9.
    Slide,
}

impl Size {
    /// All, in the order in which they are listed to people.
    pub const ALL: &'static [Size] = &[Size::Screen, Size::A4, Size::A3, Size::Slide];

    /// What it is called on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Size::Screen => "screen",
            Size::A4 => "a4",
            Size::A3 => "a3",
            Size::Slide => "slide",
        }
    }

    /// The size of this [name](Size::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|size| size.name() == name)
    }

    /// What it is printed or shown on; a screen shows what there is.
    pub(super) fn paper(self) -> Option<Paper> {
        // slides are read from the back of a room
        match self {
            Size::Screen => None,
            Size::A4 => Some(Paper { width: 210, height: 297, letters: (75, 120) }),
            Size::A3 => Some(Paper { width: 420, height: 297, letters: (75, 120) }),
            Size::Slide => Some(Paper { width: 338, height: 190, letters: (105, 180) }),
        }
    }
}

/// Pages of one size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// In millimetres.
    width: i32,
    height: i32,
    /// The smallest and the largest letters of entities and actions, in tenths of a point.
    pub letters: (i32, i32),
}

/// Around everything that is printed, in millimetres.
const MARGIN: i32 = 10;

impl Paper {
    /// The page in units of which the letters of entities and actions, so many tenths of a point,
    /// are always as many.
    pub(super) fn sheet(self, letters: i32) -> Sheet {
        // 72 points are an inch of 25.4 mm
        let units = |millimetres: i32| millimetres * 7200 * SMALL / (254 * letters);
        Sheet {
            width: units(self.width),
            height: units(self.height),
            margin: units(MARGIN),
            dimensions: format!("width=\"{}mm\" height=\"{}mm\"", self.width, self.height),
        }
    }
}

/// A page, in units.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub width: i32,
    pub height: i32,
    /// Around everything.
    pub margin: i32,
    /// Width and height as SVG says them.
    pub dimensions: String,
}

impl Sheet {
    /// One as large as what is on it.
    pub(super) fn around((width, height): (i32, i32), margin: i32) -> Self {
        let (width, height) = (width + 2 * margin, height + 2 * margin);
        let dimensions = format!("width=\"{width}\" height=\"{height}\"");
        Self { width, height, margin, dimensions }
    }

    /// From margin to margin.
    pub(super) fn room(&self) -> i32 {
        self.width - 2 * self.margin
    }
}
