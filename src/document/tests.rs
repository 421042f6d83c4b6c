use super::*;
use crate::lexicon::Lexicon;

/// The headings of a document.
fn headings(text: &str) -> Vec<String> {
    let text = SourceText::new(text.to_owned()).expect("short");
    let hits = Hits::of(&Lexicon::from_seeds(), text.as_str());
    let document = Document::read(&text, &hits);
    document.headings.iter().map(|heading| text.slice(heading.span).to_owned()).collect()
}

#[test]
fn items_with_text_of_their_own_are_headings() {
    let plan = "工作报告\n一年来，我们主要做了以下工作。\n\
        一是推进产业转型升级，发展质量稳步提高。\n培育龙头企业3家，新建厂房12万平方米。\n\
        二是加快城乡建设，群众居住条件得到改善。\n改造老旧小区9个，修建农村道路80公里。\n";
    assert_eq!(
        headings(plan),
        ["推进产业转型升级，发展质量稳步提高", "加快城乡建设，群众居住条件得到改善"]
    );
}

#[test]
fn a_list_of_sentences_has_none() {
    let list = "工作报告\n下一步抓好三件事。\n一是推进产业转型升级，发展质量稳步提高。\n\
        二是加快城乡建设，群众居住条件得到改善。\n三是办好民生实事，公共服务更加均衡。\n\
        各部门要各负其责，按时完成任务。年底前逐项检查。\n";
    assert_eq!(headings(list), [""; 0]);
}

#[test]
fn a_title_that_a_line_breaks_is_whole() {
    let title = |text: &str| {
        let text = SourceText::new(text.to_owned()).expect("short");
        let hits = Hits::of(&Lexicon::from_seeds(), text.as_str());
        let document = Document::read(&text, &hits);
        document.front.title.map(|span| text.slice(span).to_owned())
    };
    let body =
        "各位代表：\n一、总体要求\n加快产业转型升级，改造老旧小区12个，新建农村道路80公里。\n";
    let of = |front: &str| title(&format!("{front}\n{body}")).unwrap_or_default();
    assert_eq!(of("临湖县2024年政府工作报\n告"), "临湖县2024年政府工作报\n告");
    // a title of its own takes nothing over from the next line
    assert_eq!(of("临湖县2024年政府工作报告\n关于重点工作的报告"), "临湖县2024年政府工作报告");
    assert_eq!(of("临湖县产业发展\n——在全县大会上的讲话"), "临湖县产业发展");
}

#[test]
fn sentences_that_one_time_opens_again_and_again_are_headings() {
    let review = "工作报告\n过去三年，产业结构明显优化。新增规上企业40家，建成厂房12万平方米。\
        过去三年，城乡面貌大为改观。改造老旧小区9个，修建农村道路80公里。\
        过去三年，群众生活不断改善。新建学校6所，新增养老床位500张。\n";
    assert_eq!(headings(review), ["产业结构明显优化", "城乡面貌大为改观", "群众生活不断改善"]);
}

#[test]
fn a_few_words_behind_a_colon_belong_to_the_heading() {
    let story = "开发区蝶变记\n一、光电：从无到有\n新建厂房12万平方米，引进企业9家。\n\
        二、材料：从小到大\n扩建生产线3条，新增就业800人。\n";
    assert_eq!(headings(story), ["光电：从无到有", "材料：从小到大"]);
}

#[test]
fn neither_problems_nor_answers_are_headings() {
    let report = "工作报告\n存在不少困难和问题。产业链条不长，龙头企业偏少，财政收支矛盾突出。\n\
        书记：压力确实不小。我们新建厂房12万平方米，引进企业9家。\n\
        大力发展县域工业。新建厂房12万平方米，引进企业9家。\n";
    assert_eq!(headings(report), ["大力发展县域工业"]);
}

#[test]
fn few_short_sentences_under_lines_are_leads() {
    let section = |line: &str, lead: &str| {
        format!("{line}\n{lead}新建厂房12万平方米，引进企业9家，培训技工三千人。\n")
    };
    let lines = ["1.做强特色产业", "2.扩大有效投资", "3.建设美丽乡村", "4.办好民生实事"];
    let plan = |leads: usize| {
        let lead = |at: usize| if at < leads { "培育龙头企业。" } else { "" };
        let body: String =
            lines.iter().enumerate().map(|(at, line)| section(line, lead(at))).collect();
        headings(&format!("工作报告\n一、重点工作\n{body}")).len()
    };
    assert_eq!(plan(1), 5);
    assert_eq!(plan(4), 9);
}

#[test]
fn what_a_reporter_asks_is_no_byline() {
    let talk = "对话县长\n打开新的局面。今年变化很大。\n优势产业怎么守\n\
        记者：老企业会不会也是一种包袱？\n县长：不是包袱。新建厂房12万平方米，引进企业9家。\n\
        新的支柱从哪里来\n记者：项目靠什么留住？\n县长：靠服务。扩建生产线3条，新增就业800人。\n";
    assert_eq!(headings(talk), ["优势产业怎么守", "新的支柱从哪里来"]);
}

#[test]
fn an_annex_that_explains_words_has_no_headings() {
    let report = "工作报告\n一、做强园区\n新建厂房12万平方米，引进企业9家。\n\
        工作报告名词解释\n1. 三园两带：指化工园、食品园、物流园和沿江、沿路两条产业带。\n\
        2. 清风行动\n整治办事难的专项行动。\n";
    assert_eq!(headings(report), ["做强园区"]);
}

#[test]
fn breaks_that_were_lost_after_others_are_found_without_a_time() {
    let news = "半年答卷\n产业转型持续加快上半年，新建厂房12万平方米，引进企业9家。培育龙头2家。\n\
        城乡面貌不断改善上半年，改造老旧小区9个，修建农村道路80公里。新增公园3处。\n\
        改革开放全面深化推动网上办事，即办事项达到200项。引进外资8000万元。\n\
        民生福祉持续增进20项实事全部开工，新增就业800人。新建学校2所。\n";
    let found = ["产业转型持续加快", "城乡面貌不断改善", "改革开放全面深化", "民生福祉持续增进"];
    assert_eq!(headings(news), found);
    // by itself such a clause is a sentence that goes on
    let plan = "工作要点\n改革开放全面深化推动产业转型，新建厂房12万平方米。引进企业9家。\n\
        城乡面貌不断改善，改造老旧小区9个，修建农村道路80公里。新增公园3处。\n";
    assert_eq!(headings(plan), [""; 0]);
}

#[test]
fn a_question_in_half_width_marks_is_no_heading() {
    let talk = "新春访谈\n记者:新的一年怎样谋划全局?\n\
        坚持稳煤和兴气并重,全力建设能源基地。陈立群说,将扩建煤矿3座,新增产能500万吨。\n\
        坚持建园区和引企业并重,全力培育新动能。陈立群说,将新建厂房12万平方米,引进企业9家。\n";
    assert_eq!(headings(talk).len(), 2);
}

#[test]
fn a_story_is_about_the_place_whose_head_speaks() {
    let text = "7月9日，在2023年湖南省县域经济新闻发布会上，浏阳市市长陈立群介绍，上半年新建厂房12万平方米，\
        引进企业9家，完成投资80亿元，城乡面貌明显改善，群众更加满意。\n";
    let text = SourceText::new(text.to_owned()).expect("short");
    let hits = Hits::of(&Lexicon::from_seeds(), text.as_str());
    assert_eq!(Document::read(&text, &hits).front.place.as_deref(), Some("浏阳市"));
}
