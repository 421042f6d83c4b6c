// What the page says itself, in both languages.
const WORDS = {
  zh: {
    overview: '纲要', everything: '全部举措', near: '只看相邻', fit: '适合窗口', smaller: '缩小', larger: '放大',
    png: '存为 PNG', svg: '存为 SVG', language: 'English', search: '查找（名称、别名、原文），按 / 键',
    found: (n) => `${n} 项`, shown: (n, all) => `图中 ${n} / ${all} 项`, filters: '筛选', kinds: '类型',
    document: '文件', pillar: '纲', all: '全部', sure: '可信度不低于', outline: '纲目', open: '展开', close: '收起',
    also: '又称', confidence: '可信度', times: (n) => `${n} 处`, next: '下一处', previous: '上一处', review: '回顾',
    hint: '点选图中的点、线或文中的名称；双击或按 E 键展开纲；Esc 取消；N / P 前后翻看证据；方向键移动，+ − 缩放，0 适合窗口',
    gap: '此图未附原文，仅显示引用到的文字', graph: '图', text: '原文', dashed: '浅线：见于；红线：文中所述关系；原文灰字：无所得的句子',
    coverage: '覆盖', covered: (share, [headings, actions, names, left]) => `文字的 ${share} % 有所得：标题 ${headings} 句，有举措 ${actions} 句，仅有名称 ${names} 句，无所得 ${left} 句（灰字）`,
    columns: ['纲', '篇幅 %', '目', '专名', '产业', '数字／千字'],
  },
  en: {
    overview: 'Overview', everything: 'All actions', near: 'Neighbours', fit: 'Fit', smaller: 'Smaller', larger: 'Larger',
    png: 'Save as PNG', svg: 'Save as SVG', language: '中文', search: 'Search names, aliases and clauses (/)',
    found: (n) => `${n} found`, shown: (n, all) => `${n} of ${all} shown`, filters: 'Filters', kinds: 'Types',
    document: 'Document', pillar: 'Pillar', all: 'all', sure: 'Confidence at least', outline: 'Outline', open: 'Open', close: 'Close',
    also: 'also', confidence: 'confidence', times: (n) => `${n} places`, next: 'Next', previous: 'Previous', review: 'review',
    hint: 'Select a node, an edge, or a name in the text; double-click or E opens a pillar; Esc clears; N / P go through the evidence; arrows move, + − zoom, 0 fits',
    gap: 'This graph came without its text; only quoted words are shown', graph: 'Graph', text: 'Text', dashed: 'Pale: appears in; red: relations the text states; grey in the text: sentences that gave nothing',
    coverage: 'Coverage', covered: (share, [headings, actions, names, left]) => `${share} % of the text is covered: ${headings} sentences are headings, ${actions} have an action, ${names} only a name, ${left} gave nothing (grey)`,
    columns: ['pillar', 'text %', 'actions', 'named', 'generic', 'figures / 1,000'],
  },
};
