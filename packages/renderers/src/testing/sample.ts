import type { Block, Cell, Document, Grid, Inspection } from "@mingzhang/core";

/** A small pack with every kind of block, hostile text included; what the renderers' tests and first looks use. */
export function sampleDocument(): Document {
  return {
    title: "示例市档案局2023年部门预算",
    language: "zh-CN",
    author: "示例市档案局",
    date: "2023-03-01",
    blocks: [
      {
        type: "cover",
        title: "2023年部门预算",
        subtitle: "情况说明及公开表",
        lines: ["示例市档案局", "二〇二三年三月"],
      },
      { type: "contents", title: "目　录" },
      { type: "heading", level: 1, id: "narrative", text: "示例市档案局2023年部门预算情况说明" },
      { type: "heading", level: 2, id: "revenue", text: "一、部门收支总体情况" },
      { type: "heading", level: 3, id: "revenue-budget", text: "（一）收入预算" },
      {
        type: "paragraph",
        children: [
          { text: "2023年年初预算数" },
          { text: "300.32", ref: "f1" },
          { text: "万元，比2022年增加" },
          { text: "82.37", ref: "f2" },
          {
            text: '万元，主要原因是 <script>alert(1)</script> 与 =HYPERLINK("http://a") 之类文字须原样印出；引号“”‘’、连接号——、省略号……、①②、℃、≥≤、㎡也要齐全。',
          },
        ],
      },
      {
        type: "paragraph",
        style: "list",
        children: [{ text: "1.研究制定落实上级方针、政策的具体措施和办法；" }],
      },
      {
        type: "chart",
        id: "chart-expenditure",
        title: "支出按功能分类",
        unit: "万元",
        series: ["2023年", "2022年"],
        bars: [
          { label: "一般公共服务支出", values: [{ text: "271.33", ref: "f3" }, { text: "193.86" }] },
          { label: "社会保障和就业支出", values: [{ text: "16.99" }, { text: "11.90" }] },
          { label: "住房保障支出", values: [{ text: "6.49" }, undefined] },
        ],
      },
      { type: "heading", level: 1, id: "tables", text: "2023年部门预算公开表" },
      nestedHeaderGrid(),
      wideGrid(),
      formGrid(),
      { type: "paragraph", style: "signature", children: [{ text: "联系人：张三　联系方式：023-00000000" }] },
    ],
  };
}

const header = (text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  header: "column",
  align: "center",
  ...more,
});
const figure = (value: string, ref?: string): Cell =>
  value === ""
    ? { text: "" }
    : { text: value, number: { value, decimals: 2 }, ...(ref === undefined ? {} : { ref }) };

function nestedHeaderGrid(): Grid {
  const data: Cell[][] = [];
  const children = Array.from({ length: 70 }, (_, index) => index + 1);
  for (const index of children) {
    const name = index === 3 ? "=1+1" : index === 4 ? "-2项" : `第${index}项机关事业单位基本养老保险缴费支出`;
    data.push([
      { text: `20805${String(index).padStart(2, "0")}`, header: "row" },
      { text: name, header: "row", indent: 2 },
      figure(index % 5 === 0 ? "" : "1.00"),
      figure("2.50", `c${index}`),
      { text: index % 5 === 0 ? "—" : "150%", number: { value: "150", decimals: 0, percent: true } },
    ]);
  }
  const total: Cell[] = [
    { text: "合计", header: "row", colSpan: 2, align: "center", strong: true },
    { ...figure("56.00"), sum: children.map((index) => ({ row: index + 2, column: 2, sign: 1 as const })) },
    {
      ...figure("175.00", "f1"),
      sum: children.map((index) => ({ row: index + 2, column: 3, sign: 1 as const })),
    },
    { text: "213%", number: { value: "213", decimals: 0, percent: true } },
  ];
  return {
    type: "grid",
    id: "table-05",
    label: "公开表5",
    caption: "2023年部门一般公共预算财政拨款支出预算表",
    shortName: "表五",
    aboveLeft: "单位全称：示例市档案局",
    aboveRight: "单位：万元",
    columns: [
      { id: "code", width: 10, align: "left" },
      { id: "name", width: 30, align: "left" },
      { id: "prior", width: 12, align: "right" },
      { id: "subtotal", width: 12, align: "right" },
      { id: "growth", width: 12, align: "right" },
    ],
    headerRows: 2,
    rows: [
      [
        header("功能分类科目", { colSpan: 2 }),
        header("2022年预算数", { rowSpan: 2 }),
        header("2023年预算数"),
        header("增幅%", { rowSpan: 2 }),
      ],
      [header("科目编码"), header("科目名称"), header("小计")],
      total,
      ...data,
    ],
    below: ["说明：本表为示例。"],
    orientation: "portrait",
  };
}

function wideGrid(): Grid {
  const names = [
    "总计",
    "上年结转",
    "一般公共预算拨款收入",
    "政府性基金预算拨款收入",
    "国有资本经营预算拨款收入",
    "财政专户管理资金收入",
    "事业收入",
    "上级补助收入",
    "附属单位上缴收入",
    "事业单位经营收入",
    "其他收入",
    "用事业基金弥补收支差额",
  ];
  const row = (code: string, name: string): Cell[] => [
    { text: code, header: "row" },
    { text: name, header: "row" },
    ...names.map((_, index) => figure(index % 3 === 2 ? "12,345,678.90".replaceAll(",", "") : "")),
  ];
  return {
    type: "grid",
    id: "table-02",
    label: "公开表2",
    caption: "2023年部门收入预算总表",
    shortName: "表二",
    aboveLeft: "单位全称：示例市档案局",
    aboveRight: "单位：元",
    columns: [
      { id: "code", width: 10, align: "left" },
      { id: "name", width: 20, align: "left" },
      ...names.map((_, index) => ({ id: `c${index}`, width: 10, align: "right" as const })),
    ],
    headerRows: 2,
    rows: [
      [header("科目", { colSpan: 2 }), ...names.map((name) => header(name, { rowSpan: 2 }))],
      [header("科目编码"), header("科目名称")],
      row("201", "一般公共服务支出"),
      row("20136", "其他共产党事务支出"),
    ],
    below: [],
    orientation: "landscape",
  };
}

function formGrid(): Grid {
  const label = (text: string, more: Partial<Cell> = {}): Cell => ({
    text,
    header: "row",
    align: "center",
    ...more,
  });
  const indicators = [
    ["组织活动场次", "6", "场次", "≥", "6", "否"],
    ["老干部满意度", "10", "%", "≥", "95", "是"],
  ];
  return {
    type: "grid",
    id: "table-16-1",
    label: "公开表16",
    caption: "2023年部门重点项目绩效目标表",
    shortName: "表十六（1）",
    aboveLeft: "编制单位：示例市档案馆",
    aboveRight: "单位：万元",
    columns: [14, 26, 10, 10, 12, 10, 14].map((width, index) => ({
      id: `c${index}`,
      width,
      align: "left" as const,
    })),
    headerRows: 0,
    rows: [
      [
        label("专项资金名称"),
        { text: "档案服务专项", colSpan: 2 },
        label("业务主管部门", { colSpan: 2 }),
        { text: "示例市档案局", colSpan: 2 },
      ],
      [
        label("当年预算", { rowSpan: 2 }),
        { ...figure("45.00", "f9"), colSpan: 2, rowSpan: 2 },
        label("区级支出", { colSpan: 2 }),
        { ...figure("45.00"), colSpan: 2 },
      ],
      [label("补助镇街", { colSpan: 2 }), { text: "", colSpan: 2 }],
      [
        label("当年绩效目标"),
        { text: "组织活动类型≥10类，组织活动场次≥6场，参与人数≥2500人次。".repeat(4), colSpan: 6 },
      ],
      [
        label("绩效指标", { rowSpan: indicators.length + 1 }),
        ...["指标名称", "指标权重", "计量单位", "指标性质", "指标值", "是否核心指标"].map((text) =>
          label(text),
        ),
      ],
      ...indicators.map((cells) =>
        cells.map((text, index): Cell => ({ text, align: index === 0 ? "left" : "center" })),
      ),
    ],
    below: [],
    orientation: "portrait",
  };
}

/** The inspection that belongs to `sampleDocument`. */
export function sampleInspection(): Inspection {
  return {
    figures: {
      f1: {
        what: "2023年 一般公共预算财政拨款 支出 合计",
        printed: "300.32 万元",
        exact: "3003200.00 元",
        places: [
          { text: "一、（一）收入预算", anchor: "revenue-budget" },
          { text: "表五 合计 小计", anchor: "table-05" },
        ],
        parts: [
          { sign: 1, ref: "c1", label: "2080501", printed: "2.50" },
          { sign: 1, ref: "c2", label: "2080502", printed: "2.50" },
        ],
        select: { source: ["general-public"] },
      },
      f2: {
        what: "比上年增加",
        printed: "82.37 万元",
        places: [{ text: "一、（一）收入预算", anchor: "revenue-budget" }],
      },
      c1: {
        what: "2080501 小计",
        printed: "2.50 万元",
        exact: "25000.00 元",
        places: [{ text: "表五", anchor: "table-05" }],
        select: { function: ["2080501"] },
      },
    },
    lines: {
      columns: [
        { id: "source", label: "资金来源" },
        { id: "function", label: "功能分类", prefix: true },
        { id: "amount", label: "金额（元）", align: "right" },
      ],
      rows: [
        ["general-public", "2080501", "25000.00"],
        ["general-public", "2080502", "25000.00"],
      ],
    },
  };
}

/** A document with one block, for tests of that block. */
export function documentOf(...blocks: Block[]): Document {
  return { title: "示例", language: "zh-CN", blocks };
}
