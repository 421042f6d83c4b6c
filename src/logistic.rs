//! Logistic regression of a truth on a score (Platt): how often what has such a score is right.

/// Steps of Newton's method; it needs about five.
const STEPS: usize = 50;

/// A monotone map of log-odds: times slope plus offset.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Logistic {
    /// What log-odds are multiplied by; above 0.
    pub slope: f64,
    /// What is added to them.
    pub offset: f64,
}

impl Logistic {
    /// The map that fits best to points, each a score and whether it is right, by Newton's method.
    /// `None` where the points do not determine it, as when all are right, or where more score would
    /// mean less.
    #[must_use]
    pub fn fit(points: &[(f64, bool)]) -> Option<Self> {
        let (mut slope, mut offset) = (1.0, 0.0);
        for _ in 0..STEPS {
            // gradient and curvature of the likelihood
            let (mut to_slope, mut to_offset) = (0.0, 0.0);
            let (mut slopes, mut both, mut offsets) = (0.0, 0.0, 0.0);
            for &(score, right) in points {
                let p = 1.0 / (1.0 + f64::exp(-(slope * score + offset)));
                let (error, weight) = (f64::from(u8::from(right)) - p, p * (1.0 - p));
                to_slope += error * score;
                to_offset += error;
                slopes += weight * score * score;
                both += weight * score;
                offsets += weight;
            }
            let determinant = slopes * offsets - both * both;
            if determinant.is_nan() || determinant < 1e-9 {
                return None;
            }
            let by_slope = (to_slope * offsets - to_offset * both) / determinant;
            let by_offset = (to_offset * slopes - to_slope * both) / determinant;
            slope += by_slope;
            offset += by_offset;
            if by_slope.abs() + by_offset.abs() < 1e-9 {
                let sound = slope > 0.0 && slope.is_finite() && offset.is_finite();
                return sound.then_some(Self { slope, offset });
            }
        }
        None
    }
}
