//! Parquet: a file for each table, its columns typed by what they hold.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use crate::graph::KnowledgeGraph;

use super::table::{Cell, Sheet, a_file_for_each_sheet, table};
use super::{ExportError, Exporter, Options, Takes};

pub(super) const FORMAT: Exporter = Exporter {
    name: "parquet",
    extension: "parquet",
    media_type: "application/vnd.apache.parquet",
    purpose: "DuckDB, Spark, pandas and polars: the same tables, in typed columns",
    takes: Takes::Chosen,
    files: a_file_for_each_sheet!("parquet", write),
};

fn write(
    graph: &KnowledgeGraph,
    options: &Options,
    sheet: Sheet,
    sink: &mut dyn Write,
) -> Result<(), ExportError> {
    let table = table(graph, options, sheet);
    let columns: Vec<Column<'_, '_>> =
        (0..table.columns.len()).map(|at| Column::new(&table.rows, at)).collect();
    let bytes = file(&table.columns, &columns)
        .map_err(|error| ExportError::Form(format!("as Parquet: {error}")))?;
    Ok(sink.write_all(&bytes)?)
}

fn file(names: &[&str], columns: &[Column<'_, '_>]) -> Result<Vec<u8>, ParquetError> {
    let fields: Result<Vec<_>, _> =
        names.iter().zip(columns).map(|(name, column)| column.field(name)).collect();
    let schema = Type::group_type_builder("gangmu").with_fields(fields?).build()?;
    let creator = concat!("gangmu ", env!("CARGO_PKG_VERSION")).to_owned();
    let properties = WriterProperties::builder().set_created_by(creator).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    for column in columns {
        column.write(&mut group)?;
    }
    group.close()?;
    writer.into_inner()
}

/// The cells of a column.
struct Column<'t, 'g> {
    cells: Vec<&'t Cell<'g>>,
    kind: Kind,
}

/// What a column holds, beside gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Whole,
    Real,
}

impl<'t, 'g> Column<'t, 'g> {
    fn new(rows: &'t [Vec<Cell<'g>>], at: usize) -> Self {
        let cells: Vec<&Cell<'_>> = rows.iter().map(|row| &row[at]).collect();
        let numbers = || cells.iter().filter_map(|cell| number(cell));
        let texts = cells.iter().any(|cell| matches!(cell, Cell::Text(_)));
        let kind = match () {
            () if texts || numbers().next().is_none() => Kind::Text,
            () if numbers().all(|number| number.fract() == 0.0) => Kind::Whole,
            () => Kind::Real,
        };
        Self { cells, kind }
    }

    fn field(&self, name: &str) -> Result<Arc<Type>, ParquetError> {
        let (physical, logical) = match self.kind {
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Whole => (Physical::INT64, None),
            Kind::Real => (Physical::DOUBLE, None),
        };
        let field = Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical);
        Ok(Arc::new(field.build()?))
    }

    fn write(&self, group: &mut SerializedRowGroupWriter<'_, Vec<u8>>) -> Result<(), ParquetError> {
        let Some(mut writer) = group.next_column()? else { return Ok(()) };
        let filled: Vec<i16> =
            self.cells.iter().map(|cell| i16::from(!matches!(cell, Cell::Empty))).collect();
        let numbers = || self.cells.iter().filter_map(|cell| number(cell));
        match self.kind {
            Kind::Text => {
                let texts = self.cells.iter().filter_map(|cell| match cell {
                    Cell::Empty => None,
                    Cell::Text(text) => Some(ByteArray::from(&**text)),
                    Cell::Number(number) => Some(ByteArray::from(&*number.to_string())),
                });
                let texts: Vec<ByteArray> = texts.collect();
                writer.typed::<ByteArrayType>().write_batch(&texts, Some(&filled), None)?;
            }
            Kind::Whole => {
                #[allow(clippy::cast_possible_truncation, reason = "counts stay below 2^53")]
                let numbers: Vec<i64> = numbers().map(|number| number as i64).collect();
                writer.typed::<Int64Type>().write_batch(&numbers, Some(&filled), None)?;
            }
            Kind::Real => {
                let numbers: Vec<f64> = numbers().collect();
                writer.typed::<DoubleType>().write_batch(&numbers, Some(&filled), None)?;
            }
        }
        writer.close()
    }
}

fn number(cell: &Cell<'_>) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        _ => None,
    }
}
