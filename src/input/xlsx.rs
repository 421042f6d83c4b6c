use super::{Extracted, File, Format, InputError, Options, Reader};
pub(super) struct Xlsx;
impl Reader for Xlsx {
    fn format(&self) -> Format { Format { name: "xlsx", description: "", extensions: &["xlsx"] } }
    fn recognises(&self, _: File<'_>) -> bool { false }
    fn read(&self, _: File<'_>, _: &Options<'_>) -> Result<Extracted, InputError> { Err(InputError::Blank) }
}
