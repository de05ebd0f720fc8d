// Generated from catalogues/code-changes.csv by `npm run generate`. Do not edit.
/** Columns: code, formerName, laterName, formerUntil, basis; separated by tabs. */
export const NAME_CHANGES = `\
201	基本公共管理与服务	一般公共服务支出	2009	evidenced
204	公共安全	公共安全支出	2009	evidenced
205	教育	教育支出	2009	evidenced
206	科学技术	科学技术支出	2009	evidenced
207	文化体育与传媒	文化旅游体育与传媒支出	2009	evidenced
208	社会保障和就业	社会保障和就业支出	2009	evidenced
210	医疗卫生	卫生健康支出	2009	evidenced
211	环境保护	节能环保支出	2009	evidenced
212	城乡社区事务	城乡社区支出	2009	evidenced
213	农林水事务	农林水支出	2009	evidenced
215	采掘电力信息等事务	资源勘探工业信息等支出	2009	evidenced
20805	行政事业单位离退休	行政事业单位养老支出	2009	evidenced
2040607	法律援助	公共法律服务	2009	evidenced
2010604	预算编制业务	预算改革业务	2009	evidenced
20701	文化	文化和旅游	2009	evidenced
2070110	文化交流与合作	文化和旅游交流与合作	2009	evidenced
2070112	文化市场管理	文化和旅游市场管理	2009	evidenced
2080206	民间组织管理	社会组织管理	2009	evidenced
2080705	岗位补贴	公益性岗位补贴	2009	evidenced
2110104	环境保护宣传	生态环境保护宣传	2009	evidenced
2110107	环境保护行政许可	生态环境保护行政许可	2009	evidenced
2111101	环境监测与信息	生态环境监测与信息	2009	evidenced
2111102	环境执法监察	生态环境执法监察	2009	evidenced
21208	国有土地使用权出让金支出	国有土地使用权出让收入安排的支出	2009	evidenced
21305	扶贫	巩固脱贫攻坚成果衔接乡村振兴	2009	evidenced
2130507	扶贫贷款奖补和贴息	贷款奖补和贴息	2009	evidenced
2080901	退伍军人安置	退役士兵安置	2009	evidenced
210	医疗卫生与计划生育支出	卫生健康支出	2018	evidenced
20805	行政事业单位离退休	行政事业单位养老支出		evidenced
303	对个人和家庭的补助支出	对个人和家庭的补助	2017	evidenced
30212	出国费	因公出国（境）费用	2010	evidenced
30217	招待费	公务接待费	2010	evidenced
30310	生产补贴	个人农业生产补贴	2010	evidenced
31007	信息网络购建	信息网络及软件购置更新	2010	evidenced
310	其他资本性支出	资本性支出	2010	evidenced
309	基本建设支出	资本性支出（基本建设）	2010	recalled
2080501	归口管理的行政单位离退休	行政单位离退休	2019	recalled
21305	扶贫	巩固脱贫衔接乡村振兴	2020	recalled
2013804	市场主体管理	经营主体管理	2023	recalled
21105	天然林保护	森林保护修复	2023	recalled
`;
