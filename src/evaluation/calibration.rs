//! Whether confidence means what it says: of findings with a confidence of 0.8, eight in ten should
//! be right.

use super::extent::share;
use crate::logistic::Logistic;

/// How many bins there are between 0 and 1.
pub const BINS: usize = 10;

/// Findings of about the same confidence.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Bin {
    /// How many there are.
    pub count: usize,
    /// How many of them are right.
    pub right: usize,
    /// The sum of their confidences.
    sum: f64,
}

impl Bin {
    /// The mean confidence; `None` of no findings.
    #[must_use]
    pub fn confidence(&self) -> Option<f64> {
        #[allow(clippy::cast_precision_loss, reason = "counts of findings are small")]
        (self.count > 0).then(|| self.sum / self.count as f64)
    }

    /// The share that is right; `None` of no findings.
    #[must_use]
    pub fn share_right(&self) -> Option<f64> {
        (self.count > 0).then(|| share(self.right, self.count))
    }
}

/// Confidence against truth. What the annotation leaves open is not in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Calibration {
    points: Vec<(f32, bool)>,
}

impl Calibration {
    /// Adds findings: confidence, and whether they are right.
    pub fn extend(&mut self, points: impl IntoIterator<Item = (f32, bool)>) {
        self.points.extend(points);
    }

    /// All findings.
    #[must_use]
    pub fn points(&self) -> &[(f32, bool)] {
        &self.points
    }

    /// The findings in bins of equal width, from the least sure.
    #[must_use]
    pub fn bins(&self) -> [Bin; BINS] {
        let mut bins = [Bin::default(); BINS];
        for &(confidence, right) in &self.points {
            let confidence = f64::from(confidence.clamp(0.0, 1.0));
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "between 0 and ten"
            )]
            let bin = &mut bins[((confidence * BINS as f64) as usize).min(BINS - 1)];
            bin.count += 1;
            bin.right += usize::from(right);
            bin.sum += confidence;
        }
        bins
    }

    /// By how much confidence is off in a bin, weighed by how many findings the bin has (expected
    /// calibration error): 0 is perfect. `None` of no findings.
    #[must_use]
    pub fn expected_error(&self) -> Option<f64> {
        let gap = |bin: &Bin| {
            #[allow(clippy::cast_precision_loss, reason = "counts of findings are small")]
            let right = bin.right as f64;
            (bin.sum - right).abs()
        };
        let sum: f64 = self.bins().iter().map(gap).sum();
        #[allow(clippy::cast_precision_loss, reason = "counts of findings are small")]
        (!self.points.is_empty()).then(|| sum / self.points.len() as f64)
    }

    /// The mean square of the difference between confidence and truth (Brier score): 0 is perfect,
    /// 0.25 is a coin's. `None` of no findings.
    #[must_use]
    pub fn brier(&self) -> Option<f64> {
        let square = |&(confidence, right): &(f32, bool)| {
            (f64::from(confidence) - f64::from(u8::from(right))).powi(2)
        };
        let sum: f64 = self.points.iter().map(square).sum();
        #[allow(clippy::cast_precision_loss, reason = "counts of findings are small")]
        (!self.points.is_empty()).then(|| sum / self.points.len() as f64)
    }

    /// The logistic correction that fits best (Platt): the log-odds of the truth as `slope` times
    /// the log-odds of the confidence plus `offset`. A slope of 1 and an offset of 0 need none.
    /// `None` where the findings do not determine it, as when all are right.
    #[must_use]
    pub fn fit(&self) -> Option<Logistic> {
        let points: Vec<(f64, bool)> = self
            .points
            .iter()
            .map(|&(confidence, right)| {
                let p = f64::from(confidence).clamp(1e-6, 1.0 - 1e-6);
                ((p / (1.0 - p)).ln(), right)
            })
            .collect();
        Logistic::fit(&points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many findings of a confidence, of which so many are right.
    fn findings(groups: &[(f32, usize, usize)]) -> Calibration {
        let mut calibration = Calibration::default();
        for &(confidence, count, right) in groups {
            calibration.extend((0..count).map(|index| (confidence, index < right)));
        }
        calibration
    }

    #[test]
    fn bins_hold_their_findings() {
        let bins = findings(&[(0.0, 1, 0), (0.55, 4, 3), (1.0, 2, 2)]).bins();
        assert_eq!(bins.map(|bin| bin.count), [1, 0, 0, 0, 0, 4, 0, 0, 0, 2]);
        assert_eq!(bins[5].share_right(), Some(0.75));
        assert_eq!(bins[1].confidence(), None);
    }

    #[test]
    fn errors_of_bins_are_weighed() {
        // 0.75 off in one of four, right in the others
        let calibration = findings(&[(0.25, 1, 1), (0.5, 2, 1), (1.0, 1, 1)]);
        assert_eq!(calibration.expected_error(), Some(0.75 / 4.0));
        assert_eq!(Calibration::default().expected_error(), None);
    }

    #[test]
    fn the_fit_finds_the_correction() {
        let sound = findings(&[(0.2, 50, 10), (0.5, 50, 25), (0.8, 50, 40)]).fit().expect("fits");
        assert!((sound.slope - 1.0).abs() < 1e-4 && sound.offset.abs() < 1e-4, "{sound:?}");
        // twice as sure in log-odds as it should be
        let proud = findings(&[(0.8, 30, 20), (0.2, 30, 10)]).fit().expect("fits");
        assert!((proud.slope - 0.5).abs() < 1e-4 && proud.offset.abs() < 1e-4, "{proud:?}");
        assert_eq!(findings(&[(0.8, 30, 30)]).fit(), None);
        assert_eq!(Calibration::default().fit(), None);
    }
}
