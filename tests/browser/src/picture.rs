//! Pictures of the page: put together for the documents, and compared with those of before.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;

use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};

use crate::failure::{Failure, Outcome, check};

/// The red, green and blue of a point.
type Colour = [u8; 3];

/// The ground between pictures that are put beside each other.
const GROUND: Colour = [0xff; 3];

/// The frame round each of them.
const EDGE: Colour = [0x77, 0x80, 0x7f];

/// The room round each of them, in points.
const ROOM: u32 = 10;

/// How far a colour may be from another one, in each of its parts, to be taken for it: letters are
/// drawn a little differently from one run to the next.
const NEAR: u8 = 24;

/// A picture without transparency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    /// Row by row.
    points: Vec<Colour>,
}

impl Picture {
    /// Reads a PNG with eight bits to a colour.
    pub fn read(bytes: &[u8]) -> Outcome<Self> {
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let size = reader.output_buffer_size();
        let mut buffer = vec![0; size.ok_or_else(|| Failure::new("the picture is too large"))?];
        let info = reader.next_frame(&mut buffer)?;
        let parts = match info.color_type {
            ColorType::Rgb => 3,
            ColorType::Rgba => 4,
            other => return Err(Failure::new(format!("a picture of the kind {other:?}"))),
        };
        let points = buffer.chunks_exact(parts);
        Ok(Self {
            width: info.width,
            height: info.height,
            points: points.map(|point| [point[0], point[1], point[2]]).collect(),
        })
    }

    /// Writes a PNG with at most 256 colours: those that the most points have. The others, such as
    /// those at the edges of letters, become the nearest of them.
    pub fn write(&self, path: &Path) -> Outcome {
        let colours = self.most_frequent();
        let places: BTreeMap<Colour, u8> = self
            .points
            .iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|point| (*point, nearest(*point, &colours)))
            .collect();
        let places: Vec<u8> = self.points.iter().map(|point| places[point]).collect();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(colours.concat());
        encoder.set_compression(Compression::High);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&places)?;
        writer.finish()?;
        Ok(fs::write(path, bytes)?)
    }

    /// The 256 colours that the most points have, or all if there are fewer.
    fn most_frequent(&self) -> Vec<Colour> {
        let mut counts = BTreeMap::<Colour, usize>::new();
        for point in &self.points {
            *counts.entry(*point).or_default() += 1;
        }
        let mut colours: Vec<_> = counts.into_iter().collect();
        colours.sort_by_key(|(_, count)| Reverse(*count));
        colours.truncate(256);
        colours.into_iter().map(|(colour, _)| colour).collect()
    }

    /// The picture with a side `by` times as short: each point the mean of those it stands for.
    #[must_use]
    pub fn reduced(&self, by: u32) -> Self {
        let (width, height) = (self.width / by, self.height / by);
        let mean = |x: u32, y: u32| {
            let mut sums = [0_u32; 3];
            for point in self.block((x * by, y * by), by) {
                for (sum, part) in sums.iter_mut().zip(point) {
                    *sum += u32::from(part);
                }
            }
            sums.map(|sum| u8::try_from(sum / (by * by)).unwrap_or(u8::MAX))
        };
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self {
            width,
            height,
            points: places.map(|(x, y)| mean(x, y)).collect(),
        }
    }

    /// The points of a square.
    fn block(&self, (left, top): (u32, u32), side: u32) -> impl Iterator<Item = Colour> + '_ {
        let places = (top..top + side).flat_map(move |y| (left..left + side).map(move |x| (x, y)));
        places.filter_map(|(x, y)| self.points.get((y * self.width + x) as usize).copied())
    }

    /// How many of a thousand points are not those of `other`; fails where it has another size.
    pub fn apart(&self, other: &Self) -> Outcome<f64> {
        let size = |picture: &Self| (picture.width, picture.height);
        check(
            size(self) == size(other),
            format!(
                "the picture is {:?} points large, not {:?}",
                size(self),
                size(other)
            ),
        )?;
        let pairs = self.points.iter().zip(&other.points);
        let differs = |(one, two): &(&Colour, &Colour)| {
            one.iter()
                .zip(*two)
                .any(|(one, two)| one.abs_diff(*two) > NEAR)
        };
        let share = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
        let apart = share(pairs.filter(differs).count());
        Ok(1000.0 * apart / share(self.points.len()))
    }

    /// Puts pictures beside each other, on a ground and with an edge.
    #[must_use]
    pub fn beside(pictures: &[Self]) -> Self {
        let width = ROOM + pictures.iter().map(|one| one.width + ROOM).sum::<u32>();
        let height = 2 * ROOM
            + pictures
                .iter()
                .map(|one| one.height)
                .max()
                .unwrap_or_default();
        let mut whole = Self {
            width,
            height,
            points: vec![GROUND; (width * height) as usize],
        };
        let mut left = ROOM;
        for one in pictures {
            whole.fill(
                (left - 1, ROOM - 1),
                (one.width + 2, one.height + 2),
                |_, _| EDGE,
            );
            whole.fill((left, ROOM), (one.width, one.height), |x, y| {
                one.points[(y * one.width + x) as usize]
            });
            left += one.width + ROOM;
        }
        whole
    }

    /// Fills a part of the picture with what `point` gives for its places.
    fn fill(
        &mut self,
        (left, top): (u32, u32),
        (width, height): (u32, u32),
        point: impl Fn(u32, u32) -> Colour,
    ) {
        for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
            let place = (top + y) * self.width + left + x;
            if let Some(here) = self.points.get_mut(place as usize) {
                *here = point(x, y);
            }
        }
    }
}

/// The place of the colour that is nearest to another one.
fn nearest(colour: Colour, among: &[Colour]) -> u8 {
    let apart = |(_, other): &(u8, &Colour)| {
        let parts = colour.iter().zip(*other);
        parts
            .map(|(one, two)| u32::from(one.abs_diff(*two)).pow(2))
            .sum::<u32>()
    };
    let places = (0..=u8::MAX).zip(among);
    places.min_by_key(apart).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::temp::TempFolder;

    /// A picture with these points, of which a row has two.
    fn picture(points: &[u8]) -> Picture {
        Picture {
            width: 2,
            height: u32::try_from(points.len() / 2).unwrap(),
            points: points.iter().map(|grey| [*grey; 3]).collect(),
        }
    }

    #[test]
    fn is_read_as_it_was_written() {
        let folder = TempFolder::new().unwrap();
        let path = folder.path().join("a.png");
        let few = picture(&[0, 255, 17, 128]);
        few.write(&path).unwrap();
        assert_eq!(Picture::read(&fs::read(&path).unwrap()).unwrap(), few);
        assert!(Picture::read(b"GIF89a").is_err());
    }

    #[test]
    fn rare_colours_become_frequent_ones() {
        // The greys are there twice; each of the rest once, and near to one of them.
        let greys = (0..=u8::MAX).map(|grey| [grey; 3]);
        let rare = (0..=u8::MAX).map(|grey| [grey, grey, grey ^ 1]);
        let many = Picture {
            width: 256,
            height: 3,
            points: greys.clone().chain(greys).chain(rare).collect(),
        };
        let colours = many.most_frequent();
        assert_eq!(colours.len(), 256);
        assert!(
            colours
                .iter()
                .all(|[red, green, blue]| red == green && green == blue)
        );
        let place = nearest([7, 7, 6], &colours);
        assert_eq!(colours[usize::from(place)], [7; 3]);
    }

    #[test]
    fn a_change_is_seen_and_a_trace_of_one_is_not() {
        let before = picture(&[0, 100, 200, 255]);
        let apart = |points: &[u8]| before.apart(&picture(points)).unwrap();
        assert!(apart(&[10, 90, 220, 240]) < 0.1);
        assert!((apart(&[0, 100, 200, 0]) - 250.0).abs() < 0.1);
        assert!(before.apart(&picture(&[0, 100])).is_err());
    }

    #[test]
    fn a_point_stands_for_the_mean_of_several() {
        assert_eq!(picture(&[0, 100, 200, 100]).reduced(2).points, [[100; 3]]);
    }

    #[test]
    fn pictures_stand_beside_each_other() {
        let whole = Picture::beside(&[picture(&[1, 2, 3, 4]), picture(&[5, 6])]);
        assert_eq!((whole.width, whole.height), (3 * ROOM + 4, 2 * ROOM + 2));
        let at = |x: u32, y: u32| whole.points[(y * whole.width + x) as usize][0];
        assert_eq!(
            [at(10, 10), at(11, 11), at(22, 10), at(23, 10)],
            [1, 4, 5, 6]
        );
        assert_eq!([at(9, 10), at(0, 0)], [EDGE[0], GROUND[0]]);
    }
}
