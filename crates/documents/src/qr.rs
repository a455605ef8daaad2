//! QR codes as one vector path.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

use crate::DocumentError;

/// A longer address needs modules too fine to scan from a print of 25 mm.
const LONGEST_ADDRESS: usize = 200;

/// White modules around a code.
const QUIET: usize = 4;

/// A code without its quiet zone; the template leaves that white.
pub(crate) struct Qr {
    /// Modules along one side.
    pub(crate) modules: usize,
    /// One black path on a square of `modules` units.
    pub(crate) svg: String,
}

struct Matrix {
    modules: usize,
    path: String,
}

/// Encodes `address` for a template.
pub(crate) fn draw(address: &str) -> Result<Qr, DocumentError> {
    let Matrix { modules, path } = matrix(address)?;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {modules} {modules}\"><path d=\"{path}\"/></svg>"
    );
    Ok(Qr { modules, svg })
}

/// Encodes so that a seventh of the print may be creased or stained (level M).
fn matrix(address: &str) -> Result<Matrix, DocumentError> {
    if address.len() > LONGEST_ADDRESS {
        return Err(DocumentError::Qr(format!("{} bytes, at most {LONGEST_ADDRESS}", address.len())));
    }
    let code = QrCode::with_error_correction_level(address, EcLevel::M)
        .map_err(|cause| DocumentError::Qr(cause.to_string()))?;
    let modules = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(modules).enumerate() {
        push_runs(&mut path, row, y);
    }
    Ok(Matrix { modules, path })
}

/// A QR code of `address` as an SVG picture for pages, with the four white modules a scanner needs around it.
///
/// # Errors
/// [`DocumentError::Qr`] when the address is longer than 200 bytes.
pub fn qr_svg(address: &str) -> Result<String, DocumentError> {
    let code = matrix(address)?;
    let side = code.modules + 2 * QUIET;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{QUIET} -{QUIET} {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M-{QUIET} -{QUIET}h{side}v{side}h-{side}z\"/>\
         <path d=\"{}\"/></svg>",
        code.path
    ))
}

fn push_runs(path: &mut String, row: &[Color], y: usize) {
    let mut x = 0;
    for run in row.chunk_by(|left, right| left == right) {
        let length = run.len();
        if run.first() == Some(&Color::Dark) {
            // Writing into a String cannot fail.
            let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
        }
        x += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finder_pattern_comes_first() {
        let code = draw("https://thanhha.example/tra-cuu").expect("short address fits");
        assert!(code.svg.contains("M0 0h7v1h-7z"));
        assert!(code.modules >= 21);
    }

    #[test]
    fn pages_get_a_quiet_zone() {
        let svg = qr_svg("https://thanhha.example/").expect("short address fits");
        assert!(svg.contains("viewBox=\"-4 -4 33 33\""), "{svg}");
    }

    #[test]
    fn an_address_too_long_is_refused() {
        assert!(matches!(draw(&"a".repeat(201)), Err(DocumentError::Qr(_))));
    }
}
