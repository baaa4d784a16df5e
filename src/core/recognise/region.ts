/** The place that a name begins with: 深圳市光明区 of 深圳市光明区某局. */

import { withoutBlanks } from '../model/blanks.ts'
import { emptyCell, type TextCell } from '../model/index.ts'
import { cellFrom } from './ledger.ts'
import { plainScript } from './script.ts'
import type { SourceCell } from './source.ts'

const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆'

const PROVINCE = new RegExp(
  `^(?:(?:${PROVINCES})(?:壮族|回族|维吾尔)?(?:省|市|自治区)|新疆生产建设兵团|(?:${PROVINCES})(?=[\\u4e00-\\u9fff]{1,6}(?:市|州|盟|县|区|旗)))`,
)
/** Words that end like a place and name none. */
const NOT_PLACE =
  /(?:都市|上市|门市|市区|社区|小区|辖区|园区|校区|院区|厂区|营区|片区|库区|灾区|牧区|地区|景区|各县|全县|本县|我县|各市|全市|本市|我市|各区|全区|本区|我区|该区|老区|病区|特区)$/
/** 宣城市, 南山区, 谯城区 are places; 大城市, 主城区, 贫困山区 are none. */
const HALF_PLACE = /^(?!石景山区)(?:.*[大小中各本全我该新老旧主建高深石边省]|.{2,})?(?:城市|山区|城区|林区|郊区|矿区)$/
/** 219-某市某局, [107]某局: the code of a unit stands before its name. */
const PREFIX = /^(?:(?:19|20)\d{2}年度?|[[(【]?\d{3,}[\])】]?[-—_.、]?)?(?:中国共产党|中共|中国|共青团)?(?:\d{4}年度?)?/

/** A name of an office, or a list of matters, has begun. */
const NOT_IN_PLACE = /[和与及、的局厅委]|^各|中心|学校|医院|公司|城乡|乡镇|城镇|村镇/

/** One level of the chain: up to `longest` characters before its ending. */
function level(text: string, endings: readonly string[], longest: number): string {
  for (let length = 2; length <= longest + 1 && length <= text.length; length++) {
    for (const ending of endings) {
      const part = text.slice(0, length)
      if (
        part.endsWith(ending) &&
        part.length > ending.length &&
        !NOT_PLACE.test(part) &&
        !HALF_PLACE.test(part) &&
        !NOT_IN_PLACE.test(part) &&
        /^[\u4e00-\u9fff]+$/.test(part)
      ) {
        return part
      }
    }
  }
  return ''
}

/** A town named without its county is one only as an office: 玉溪镇人民政府 is, 驻镇帮镇扶村 is not. */
const OFFICE_OF_TOWN =
  /^(?:$|本级|机关|人民政府|政府|党|人大|财政|社区|卫生|中心|便民|综合|农业|退役|应急|[\u4e00-\u9fff]{2,12}(?:所|站|办|院|校|园|中心|办公室|委员会)$)/

/** Province, city, district and town, as far as they stand at the beginning; '' where none does. */
export function regionOf(name: string): string {
  const text = withoutBlanks(name).replace(PREFIX, '')
  const province = PROVINCE.exec(text)?.[0] ?? ''
  let rest = text.slice(province.length)
  let region = province
  for (const [endings, longest] of [
    [['自治州', '市', '州', '盟'], 7],
    [['自治县', '自治旗', '区', '县', '旗', '市'], 7],
    [['街道', '镇', '乡'], 5],
  ] as const) {
    const part = level(rest, endings, longest)
    // 市场, 区划, 县域 … go on where a place would end.
    if (
      part === '' ||
      (/^(?:场|划|域|政|级|长|委员|容|民)/.test(rest.slice(part.length)) &&
        !/^(?:政府|政协|委|民政)/.test(rest.slice(part.length)))
    )
      continue
    if (region === '' && longest === 5 && !OFFICE_OF_TOWN.test(rest.slice(part.length))) continue
    region += part
    rest = rest.slice(part.length)
  }
  return region
}

/** The most detailed place that the names on the form begin with. */
export function regionCell(names: readonly TextCell[], titles: readonly SourceCell[]): TextCell {
  let best: TextCell = emptyCell
  for (const name of names) {
    const region = regionOf(name.raw)
    if (region.length > best.raw.length) {
      const value = plainScript(region)
      best = name.origin === undefined ? { raw: region, value } : { origin: name.origin, raw: region, value }
    }
  }
  for (const title of titles) {
    const region = regionOf(title.text)
    // 某县某局 on the form of 某省某县: the title has the whole chain.
    if (region.length > best.raw.length && region.endsWith(best.raw))
      return cellFrom(title, region, plainScript(region))
  }
  return best
}
