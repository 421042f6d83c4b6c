//! Logistic regression of a truth on a score (Platt): how often what has such a score is right.

/// Steps of Newton's method; it needs about ten.
const STEPS: usize = 100;
/// How often a step is halved at most.
const HALVINGS: i32 = 40;

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
        // here every point counts, however bold its score
        let mut map = Self { slope: 0.0, offset: 0.0 };
        let mut surprise = map.surprise(points);
        for _ in 0..STEPS {
            // gradient and curvature of the likelihood
            let (mut to_slope, mut to_offset) = (0.0, 0.0);
            let (mut slopes, mut both, mut offsets) = (0.0, 0.0, 0.0);
            for &(score, right) in points {
                let p = 1.0 / (1.0 + f64::exp(-map.of(score)));
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
            if by_slope.abs() + by_offset.abs() < 1e-9 {
                return map.sound();
            }
            // where scores are far too bold, a whole step overshoots, and the next the more
            let step = (0..HALVINGS).map(|halvings| 0.5_f64.powi(halvings)).find_map(|part| {
                let slope = map.slope + part * by_slope;
                let offset = map.offset + part * by_offset;
                let moved = Self { slope, offset };
                let less = moved.surprise(points);
                (less < surprise).then_some((moved, less))
            });
            let Some(step) = step else { return map.sound() };
            (map, surprise) = step;
        }
        None
    }

    /// The log-odds of a score.
    fn of(self, score: f64) -> f64 {
        self.slope * score + self.offset
    }

    /// The negative logarithm of the likelihood of the points.
    fn surprise(self, points: &[(f64, bool)]) -> f64 {
        let one = |&(score, right): &(f64, bool)| {
            let odds = if right { -self.of(score) } else { self.of(score) };
            odds.max(0.0) + f64::exp(-odds.abs()).ln_1p()
        };
        points.iter().map(one).sum()
    }

    fn sound(self) -> Option<Self> {
        (self.slope > 0.0 && self.slope.is_finite() && self.offset.is_finite()).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_that_are_far_too_bold_are_fitted_too() {
        // scores of 30 to 50 either way of which a quarter is wrong
        let points: Vec<(f64, bool)> = (0..400)
            .map(|index| {
                let size = f64::from(30 + index % 20);
                let high = index % 2 == 0;
                (if high { size } else { -size }, high != ((index / 2) % 4 == 0))
            })
            .collect();
        let fit = Logistic::fit(&points).expect("a fit");
        let quarter = f64::ln(3.0) / 40.0;
        assert!((fit.slope / quarter - 1.0).abs() < 0.1, "{fit:?}");
        assert!(fit.offset.abs() < 0.1, "{fit:?}");
        assert_eq!(Logistic::fit(&[(1.0, true), (2.0, true)]), None);
    }
}
