//! A drawn picture as a PNG, as small as the eye allows: browsers that can install a page fetch one
//! with it.

use std::collections::BTreeMap;

use png::BitDepth;
use png::ColorType;
use png::Compression;
use png::Encoder;
use png::EncodingError;
use png::Filter;
use resvg::tiny_skia::Pixmap;

/// Red, green, blue and alpha, from 0 to 255 each.
type Pixel = [u8; 4];

/// How many colours a table has: with sixteen, a pixel is half a byte.
const TABLE: usize = 16;

/// Which part of all pixels may take the colour of the table that is nearest to theirs: one in so
/// many. It is for the soft edges of lines and corners; a drawing with shades has more, and keeps them.
const EDGES: usize = 20;

/// Returns a picture as a PNG: with a table of colours where it has few.
pub(super) fn png(canvas: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let pixels = canvas.pixels().iter().map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    let pixels: Vec<Pixel> = pixels.collect();
    let Some(table) = table(&pixels) else {
        return canvas.encode_png();
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, canvas.width(), canvas.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    let colours = table
        .iter()
        .flat_map(|colour| [colour[0], colour[1], colour[2]]);
    encoder.set_palette(colours.collect::<Vec<u8>>());
    encoder.set_trns(table.iter().map(|colour| colour[3]).collect::<Vec<u8>>());
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&packed(&pixels, &table, canvas.width()))?;
    writer.finish()?;
    Ok(bytes)
}

/// Returns the colours that are seen most, if they are nearly all.
fn table(pixels: &[Pixel]) -> Option<Vec<Pixel>> {
    let mut counts = BTreeMap::<Pixel, usize>::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    // Stable, so that the same drawing has the same table.
    counts.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    let edges: usize = counts.iter().skip(TABLE).map(|(_, count)| count).sum();
    counts.truncate(TABLE);
    (edges * EDGES <= pixels.len()).then(|| counts.into_iter().map(|(colour, _)| colour).collect())
}

/// Returns the pixels as places in the table, two in a byte, the left one first. Each row begins with
/// a new byte (PNG, section 7.2).
fn packed(pixels: &[Pixel], table: &[Pixel], width: u32) -> Vec<u8> {
    let rows = pixels.chunks(width as usize);
    let row = |row: &[Pixel]| -> Vec<u8> {
        let pair = |pair: &[Pixel]| {
            let second = pair.get(1).map_or(0, |pixel| nearest(*pixel, table));
            nearest(pair[0], table) << 4 | second
        };
        row.chunks(2).map(pair).collect()
    };
    rows.flat_map(row).collect()
}

/// Returns the place of the colour in the table that is nearest to `pixel`.
fn nearest(pixel: Pixel, table: &[Pixel]) -> u8 {
    // As it looks: what is hardly there has hardly a colour.
    let seen = |of: Pixel| {
        let alpha = i32::from(of[3]);
        let part = |at: usize| i32::from(of[at]) * alpha / 255;
        [part(0), part(1), part(2), alpha]
    };
    let from = seen(pixel);
    let distance = |to: Pixel| -> i32 {
        let parts = seen(to).into_iter().zip(from);
        parts.map(|(to, from)| (to - from).pow(2)).sum()
    };
    // There are no more than sixteen.
    (0_u8..)
        .zip(table)
        .min_by_key(|(_, colour)| distance(**colour))
        .map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Color;

    use super::*;

    /// The colour type and the depth (PNG, section 11.2.1): 3 is a table, 6 is red, green, blue,
    /// alpha.
    fn kind(png: &[u8]) -> (u8, u8) {
        (png[25], png[24])
    }

    fn filled(size: u32, of: impl Fn(usize) -> Pixel) -> Pixmap {
        let mut canvas = Pixmap::new(size, size).unwrap();
        for (at, pixel) in canvas.data_mut().chunks_mut(4).enumerate() {
            pixel.copy_from_slice(&of(at));
        }
        canvas
    }

    #[test]
    fn sixteen_colours_stay_as_they_are() {
        let mut one = Pixmap::new(17, 17).unwrap();
        one.fill(Color::from_rgba8(10, 20, 30, 128));
        let sixteen = filled(17, |at| [0, 0, u8::try_from(at % 16).unwrap(), 255]);
        for canvas in [one, sixteen] {
            let png = png(&canvas).unwrap();
            assert_eq!(kind(&png), (3, 4));
            assert_eq!(Pixmap::decode_png(&png).unwrap(), canvas);
        }
    }

    #[test]
    fn a_few_pixels_take_the_nearest_colour() {
        let canvas = filled(20, |at| match at {
            // Twenty of four hundred, and no two of them alike.
            0..20 => [u8::try_from(at).unwrap(), 0, 0, 255],
            20..200 => [0, 0, 0, 255],
            _ => [255, 255, 255, 255],
        });
        let png = png(&canvas).unwrap();
        assert_eq!(kind(&png), (3, 4));
        let drawn = Pixmap::decode_png(&png).unwrap();
        for (now, before) in drawn.data().iter().zip(canvas.data()) {
            assert!(now.abs_diff(*before) < 20, "{now} for {before}");
        }
        assert_eq!(drawn.data()[80..], canvas.data()[80..], "the others stay");
    }

    #[test]
    fn many_colours_are_kept() {
        let canvas = filled(17, |at| {
            [
                u8::try_from(at % 64).unwrap(),
                0,
                u8::try_from(at / 64).unwrap(),
                255,
            ]
        });
        let png = png(&canvas).unwrap();
        assert_eq!(kind(&png), (6, 8));
        assert_eq!(Pixmap::decode_png(&png).unwrap(), canvas);
    }
}
