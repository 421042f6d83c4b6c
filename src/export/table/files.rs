//! Which files a format has that writes each kind of table into one of its own.

/// A file for each kind of table, written by a function that is told which.
macro_rules! a_file_for_each_sheet {
    ( $extension:literal, $write:ident ) => {
        $crate::export::Files::Several(&[
            $crate::export::table::part!("documents", Documents, $extension, $write),
            $crate::export::table::part!("pillars", Pillars, $extension, $write),
            $crate::export::table::part!("actions", Actions, $extension, $write),
            $crate::export::table::part!("entities", Entities, $extension, $write),
            $crate::export::table::part!("mentions", Mentions, $extension, $write),
            $crate::export::table::part!("relations", Relations, $extension, $write),
        ])
    };
}
macro_rules! part {
    ( $name:literal, $sheet:ident, $extension:literal, $write:ident ) => {
        $crate::export::Part {
            ending: concat!($name, ".", $extension),
            write: |graph, options, sink| {
                $write(graph, options, $crate::export::table::Sheet::$sheet, sink)
            },
        }
    };
}
pub(in crate::export) use {a_file_for_each_sheet, part};
