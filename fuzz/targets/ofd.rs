#![no_main]
//! The reader of OFD: the pages.

use gangmu_fuzz::{container, pieces, read};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let index = b"<o><DocRoot>D/D.xml</DocRoot></o>";
    let document = b"<d><Page BaseLoc=\"0.xml\"/><Page BaseLoc=\"1.xml\"/></d>";
    let mut parts: Vec<(&str, &[u8])> = vec![("OFD.xml", index), ("D/D.xml", document)];
    parts.extend(["D/0.xml", "D/1.xml"].into_iter().zip(pieces(data)));
    read("a.ofd", &container(&parts));
});
