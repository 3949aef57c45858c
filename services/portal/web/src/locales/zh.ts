// Chinese texts of the application.
export default {
  app: {
    name: '大件运输许可', office: '鄂尔多斯市交通运输局', skip: '跳到正文', comma: '、', colon: '：', paren: '（{text}）',
    data: '路网 © OpenStreetMap 贡献者（ODbL 1.0），地名 © GeoNames（CC BY 4.0）；构造物为示例数据。', plain: '无脚本页面与接口文档',
  },
  nav: {
    inbox: '消息', main: '主导航', start: '首页', apply: '申请许可', applications: '我的申请', permits: '通行证', permit: '通行证', vehicles: '车辆与证件', desk: '受理台', queue: '受理队列', all: '全部申请',
    review: '审查', approval: '审批', standing: '即办授权', surveys: '现场勘验', survey: '勘验报告', escort: '护送任务', roadside: '路面核查', roadNotices: '路况公告', overview: '总览', figure: '指标明细',
    accounts: '账户', check: '查验通行证', try: '试算类别', notices: '路况公告', case: '申请详情', edit: '修改申请',
  },
  inbox: {
    readAll: '全部标为已读', unread: '未读', open: '查看', none: '没有消息。', address: '邮件提醒', email: '电子邮箱', save: '保存', saved: '已保存', addressHint: '填写后，受理、补正、决定等通知同时发送到此邮箱；留空则只在站内显示。',
    mail: { queued: '邮件待发', sent: '已发邮件', failed: '邮件未送达' },
  },
  signIns: { title: '登录情况', current: '当前', end: '结束', ended: '已结束该登录', unknown: '未知设备' },
  keys: { title: '接口密钥', hint: '供本单位的系统调用接口。密钥只显示一次；泄露时立即撤销。', name: '用途', writes: '允许提交申请', make: '创建密钥', once: '请立即保存，不再显示', revoke: '撤销', revoked: '已撤销', expired: '已过期', until: '{day} 前有效' },
  staff: { title: '代理与人员', short: '{cls}件凑不齐办理人员，缺：{posts}', line: '{deputy} 代理 {name} 的{role}，至 {until}', absent: '被代理人', deputy: '代理人', role: '角色', days: '天数', appoint: '指定代理', appointed: '已指定代理', close: '结束代理', closed: '已结束代理' },
  receipts: { title: '文书', open: '打开' },
  holder: {
    title: '现在在谁手里', who: '经办', waits: '等待', since: '自 {at}', due: '法定期限', provisional: '（暂定）', forecast: '预计', likely: '半数同类件 {half} 前办结，九成 {most} 前办结', beyond: '已超过以往 {n} 件同类件的最长用时', basis: '按以往 {n} 件推算，不是承诺',
    applicant: '申请人', office: '许可机关', system: '系统', inspector: '勘验员', third_party: '被征求意见单位', act: { resubmission: '补正后重新提交', consultation: '答复征求意见', escort: '落实护送', survey: '现场勘验' },
  },
  messages: { title: '留言', none: '还没有留言。', write: '写给对方的话', send: '发送', sent: '已发送', applicant: '申请人', office: '许可机关' },
  signIn: {
    title: '登录', out: '退出', name: '用户名', password: '密码', enter: '登录', wrong: '用户名或密码不正确', again: '登录已到期', kept: '请重新输入密码。页面上填写的内容都还在。',
    other: '换一个账户（未提交的内容保留在本机）', lead: '承运人、护送机构与工作人员使用同一入口。', demo: '演示账户', demoText: '密码均为 {password}，点选即可填入。',
  },
  state: {
    loading: '正在载入', empty: '这里还没有内容', retry: '重试', error: '暂时无法显示', notFound: '没有找到', forbidden: '无权查看', offline: '网络不通，内容未丢失，请稍后重试', stale: '此件刚被他人更新，已载入最新内容，请核对后再办',
    signedOut: '未登录', failed: '系统出错，请稍后重试。请求编号 {id}', missing: '没有这个页面。', toHome: '回到首页', more: '载入更多', saved: '草稿已自动保存 {at}', restored: '已恢复上次未提交的内容', discard: '清空重填', sure: '确定',
    cancel: '取消', back: '返回', polling: '每 10 秒更新', live: '实时更新',
  },
  role: { CA: '企业经办人', DR: '驾驶员', ED: '护送机构调度', ES: '护送人员', PC: '平台企业', CK: '受理岗', RV: '审查', AP: '审批', SI: '勘验员', RO: '路政执法人员', HA: '热线话务员', HU: '承办单位', SV: '督办', GW: '网格员', AD: '管理员', service: '系统', system: '系统' },
  class: { I: '一类', II: '二类', III: '三类' },
  lane: { instant: '即办', fast: '快办', survey: '勘验办理' },
  status: {
    draft: '草稿', submitted: '已收件', precheck: '初审', correction: '待补正', accepted: '已受理', routed: '已分流', survey: '勘验与护送', review: '审查', consult: '征求意见', approval: '审批', approved: '已批准', issued: '已发证',
    terminated: '已终止', not_accepted: '不予受理', rejected: '不予许可', withdrawn: '已撤回', deemed_withdrawn: '视为撤回',
  },
  due: { provisional: '暂定', over: '已超期', hours: '余 {n} 小时', days: '余 {n} 天' },
  outcome: { no_permit_needed: '未超限，无需许可', permit_required: '需办理许可', not_acceptable: '不予受理', refusable: '存在不予许可情形' },
  assess: {
    when: '办结', atOnce: '提交后即时发证', due: '最迟办结', days: '法定 {n} 个工作日', provisional: '，以受理日为准', overridden: '人工调整', by: '受理机关', escort: '护送', survey: '勘验', surveyNeeded: '需现场勘验后审查', faster: '这样改更快', over: '超限项目',
    fine: '未办理许可上路，罚款估算 {low}–{high} 元。', assumes: '试算假定下列事项无问题：', materials: '申请材料', title: '核查结论', wait: '填写后即时显示类别、时限与材料', busy: '正在核算', still: '还需填写',
    assumed: { papers: '证件已核验', credit: '信用良好', route: '路线可通行', licence_scope: '经营范围含大件', ban: '无禁申期' },
  },
  reason: {
    counts: '共核查 {all} 条规则，{failed} 条未满足或超限', all: '显示全部', finding: '核查情况', value: '实际', limit: '限值', clause: '依据', holds: '满足', fails: '未满足', none: '各项规则均满足。', title: '规则核查',
    group: { competence: '管辖', art3: '是否超限', art11: '受理条件', art17: '不予许可情形', class1: '一类限值', class2: '二类限值', art10: '三类材料要求', lane: '办理方式', assumed: '假定事项' },
    mark: { law: '法定', textbook: '教材', practice: '惯例', assumed: '暂定' },
  },
  axles: { spoken: '车辆侧视图：{n} 轴，总质量 {mass} 吨，总长 {length} 米', caption: '轮下数字为轴荷（吨），底部为轴距（米）' },
  map: { pick: '在图上点一下即可定位', route: '路线图：{from} 至 {to}' },
  route: {
    title: '路线', place: '位置', measure: '项目', have: '实际', limit: '限值', margin: '余量', advice: '结论', noFindings: '沿线没有需要比较的限值。', about: '约 {h} 小时', sample: '构造物为示例数据', local: '地方道路', blockedBy: '阻断通行的位置',
    check: '核查路线', again: '重新核查路线', none: '尚未核查路线', now: '按当前路况核查', changed: '路线已变化，请先核对', noPlan: '未生成路线方案',
  },
  routeVerdict: { clear: '路线可通行', conditions: '有条件通行', blocked: '路线阻断', unknown: '未核查' },
  verdict: { clear: '可通过', conditions: '有条件', blocked: '不可通过' },
  structure: {
    bridge: '桥梁', overpass: '上跨桥', tunnel: '隧道', toll_gate: '收费站', height_bar: '限高架', power_line: '电力线', railway_crossing: '铁路道口', segment: '路段', access: '接入点', restriction: '管制', culvert: '涵洞', ramp: '匝道', roundabout: '环岛', network: '路网', connection: '接入',
    weigh_station: '检测站', origin: '起点', destination: '终点', via: '途经点',
  },
  measure: { height_mm: '高度', width_mm: '宽度', length_mm: '长度', gross_mass_kg: '总质量', axle_load_kg: '轴荷', ratio: '荷载效应比', distance_m: '距离', none: '' },
  advice: {
    proceed: '正常通过', lift_or_go_round: '降低或绕行', pass_slowly_with_guide: '有人引导慢速通过', survey: '需现场勘验', no_road_near: '附近没有道路', no_road_leads_there: '没有道路可达', no_connection: '路网不连通', nearer_road_closed_to_load: '较近道路不可通行', bridge_below_class_1: '桥梁技术状况不足一类',
    bridgeSpeed: '匀速 {n} km/h 通过，不得制动', bridgeSpeedAlone: '单车居中，匀速 {n} km/h 通过',
  },
  facts: {
    title: '申请内容', cargo: '货物', loaded: '车货总体', vehicles: '车辆', axles: '轴组', trip: '行程', when: '时间', trips: '{n} 趟', divisible: '可分载', tractor: '{axles} 轴，整备 {mass} kg', trailer: '{axles} 轴（线），整备 {mass} kg', axleLine: '{n} 轴 / {tyres} 胎', carrier: '承运人', number: '申请编号',
  },
  form: {
    title: '申请超限运输许可', trial: '试算：这件货要不要办证、多久办好', lead: '边填边算，右侧即时给出类别、时限和材料。', cargo: '货物', vehicles: '车辆', axles: '轴荷与轴距', loaded: '车货总体', trip: '行程',
    name: '货物名称', divisible: '货物可以拆分分载', length: '长', width: '宽', height: '高', mass: '质量', total: '总质量', totalLength: '总长', totalWidth: '总宽', totalHeight: '总高',
    kind: '车组形式', rigid: '整体式货车', flatbed: '普通平板车组', hydraulic: '液压轴线车组', tractor: '牵引车 {n}', truck: '货车', trailer: '挂车', plate: '车牌号', curb: '整备质量', axleCount: '轴数', driveAxles: '驱动轴数', lines: '轴线数', addTractor: '增加一台牵引车', remove: '移除', tyres: '轮胎总数',
    air: '驱动轴为空气悬架', fromLibrary: '从车辆库选择', axle: '第 {n} 轴', load: '轴荷', spacing: '轴距', spread: '按总质量分配轴荷', spreadHint: '按轴数平均，请按实际称重修改', useSum: '按车货之和填总质量（{mass} t）', useCargo: '与货物同宽',
    origin: '起运地', destination: '目的地', address: '详细地址', placeName: '地点', pickPlace: '选择旗县区', onMap: '在图上定位', start: '计划开始', end: '计划结束', trips: '运输趟数', submit: '提交申请', save: '存草稿', saved: '草稿已保存', submitted: '已提交 {number}',
    clone: '再办一件', returnTrip: '返程', missing: '有 {n} 处需要修改', swap: '起讫对调', sample: '载入示例', signInToApply: '登录后提交', fillHint: '依次填写货物、车辆、轴荷即可看到结论', body: '车身形式', singleTyre: '单胎轴数（不含转向、驱动轴）',
    bodies: { general: '普通', refrigerated: '冷藏', special_work: '专项作业', low_speed: '低速货车', drawbar: '中置轴以外的全挂', centre_axle: '中置轴' }, more: '更多车辆参数', inPast: '开始时间应晚于现在', endFirst: '结束时间应晚于开始时间', needed: '请填写', plateForm: '车牌格式不符，如 蒙K12345、蒙K1234挂',
    licence: '核定总质量（行驶证）', wide: '宽胎轴数',
  },
  materials: { verified: '已核验', missing: '未见', expired: '已过期', unverified: '待核验', give: '随申请提交', self: '由系统生成',
    title: '申请材料', kinds: 'PDF 或图片（JPG、PNG、WebP、HEIC）', upload: '上传', another: '再传一份', uploadOf: '{act}：{name}', sending: '正在上传', uploaded: '已上传 {name}', wrongKind: '文件类型不符，请上传 PDF 或图片（JPG、PNG、WebP、HEIC）。', openOf: '打开 {name}', good: '核对无误', goodOf: '核对无误：{name}', poor: '退回', poorOf: '退回：{name}', poorAsk: '请写明不符之处，申请人会看到。', checked: '已记录核对结果', others: '其他已交文件',
    wanting: '材料未齐，暂不能受理。请上传标为“待提交”或“不符”的材料。', wantingDesk: '材料未齐，不能受理：“待提交”或“不符”的材料须由申请人上传。', state: { held: '已有，免交', given: '已提交', verified: '核对无误', rejected: '不符', missing: '待提交' },
  },
  start: {
    hello: '{name}，您好', needs: '需要我处理', nothing: '目前没有需要处理的事项。', trips: '行程', none: '还没有申请', first: '申请第一件许可', drafts: '未提交的草稿', choose: '该件等待您选择护送机构', expiring: '{what}将于 {date} 到期', expired: '{what}已于 {date} 到期',
    open: '需补充或说明', inProgress: '办理中', ready: '可以出行', ended: '已结束', draftNeeds: '草稿尚未提交', credit: '信用', green: '绿码', yellow: '黄码', red: '红码', continueForm: '继续填写', local: '本机有一份未保存的申请',
  },
  case: {
    progress: '办理进度', holder: '当前', promised: '最迟办结', history: '办理记录', withdraw: '撤回申请', withdrawSure: '确定撤回？撤回后可以重新申请。', withdrawn: '已撤回', edit: '继续填写', submit: '提交', escort: '护送', escortLead: '请选择护送机构，机构接受后方可发证。',
    offer: '发出护送委托', offered: '已向 {name} 发出委托', cancelOffer: '取消委托', waiting: '等待 {name} 应答，期限 {due}', permits: '通行证', openPermit: '打开通行证', told: '告知', system: '系统正在核查', steps: { handed: '提交', accepted: '受理', field: '勘验与护送', review: '审查', approval: '审批', issued: '发证' },
    remedies: '如对本决定不服，可自收到之日起六十日内申请行政复议，或六个月内提起行政诉讼。', surveyState: '勘验', agencyCars: '车辆 {vehicles} 台，人员 {staff} 名',
  },
  next: {
    CA: '申请人', CK: '受理岗', RV: '审查岗', AP: '审批岗', SI: '勘验员', system: '系统',
    act: { submission: '提交', resubmission: '补正后提交', precheck: '初审', acceptance: '受理', non_acceptance: '作出不予受理决定', assessment: '核查', routing: '核定路线', survey: '现场勘验', conclusion: '出具审查意见', consultation: '征求意见', decision: '作出决定', issue: '发证', review: '转入审查' },
  },
  act: {
    message: '留言', draft: '建立草稿', filing: '建立草稿', edit: '修改内容', submission: '提交申请', assessment: '系统核查', automatic_acceptance: '系统受理', claim: '受领', release: '退回队列', precheck: '初审', acceptance: '受理', non_acceptance: '不予受理', no_permit_needed: '告知无需许可', termination: '终止并告知', routing: '核定路线', review_opened: '转入审查',
    survey_requested: '安排勘验', survey_completed: '勘验与护送完成', automatic_decision: '系统决定并发证', sent_for_approval: '转入审批', return: '退回审查', issue: '发证', refusal: '不予许可', withdrawal: '撤回申请', second_reading: '第二审查人复核', legal_reading: '法制审核', stage: '阶段更新', creation: '建立草稿', look_up: '核对资质与路线', lane_change: '调整办理方式', lane_raised: '转入勘验', override: '人工调整类别或通道', survey_added: '转入勘验', survey_waived: '不再勘验', due_counted_again: '重新计算期限', notice_due_counted_again: '重新计算告知期限', material: '提交材料', material_check: '核对材料',
  },
  permit: {
    state: { issued: '已签发，未到启用日期', active: '有效', used_up: '已用完', expired: '已过期', deregistered: '已注销', superseded: '已换发', voided: '已作废', withdrawn: '已撤回', revoked: '已撤销', confiscated: '已没收' },
    title: '超限运输车辆通行证', valid: '有效期', plates: '车牌', size: '车货总体（长×宽×高）', mass: '总质量', conditions: '通行条件', pdf: '打开通行证（PDF）', verify: '执法人员扫码核验', hold: '通行中止：{reason}', demonstration: '示例数据，不具法律效力', number: '编号', holder: '持证人', may: '可在载明的时间、路线内通行',
    mayNot: '不可通行', notYet: '尚未到启用日期', void: '作废此证', voidSure: '作废后不可恢复。请写明原因。', voided: '已作废 {number}', reason: '原因', revision: '第 {n} 版', none: '还没有通行证', cls: '类别', unknown: '没有编号为“{number}”的通行证，请核对编号。',
  },
  check: { title: '查验通行证', lead: '输入编号，或粘贴扫码得到的内容（以 HC1: 开头）。无需登录。', input: '通行证编号或扫码内容', go: '查验', verdict: { valid: '有效', forged: '伪造：签名不符', altered: '内容被改动', revoked: '已撤销', superseded: '已换发新版', not_yet_valid: '尚未生效', expired: '已过期', on_hold: '通行中止', unknown_key: '无法识别的签发机关' }, example: '例如 DEMO2026-000001', at: '核验时间 {at}' },
  home: { lead: '从申请到发证，每一步都说明依据。', apply: '承运人申请', applyText: '边填边知道类别、时限和要交的材料；符合条件的一类件提交后即时发证。', tryIt: '先试算', enter: '登录办理', check: '查验通行证', notices: '当前路况公告', noNotices: '目前没有管制公告。', allNotices: '全部公告', facts: { a: '一类件', aText: '提交后即时发证', b: '二类件', bText: '快速审查', c: '三类件', cText: '勘验、护送、审查' } },
  notices: { title: '路况公告', from: '自', to: '至', open: '长期', hard: '禁止通行', limits: '限行', none: '目前没有公告。', roads: '道路', kind: { closure: '封闭', works: '施工', restriction: '限行', weather: '天气', seasonal_guarantee: '春融保路', incident: '突发事件' } },
  queue: {
    title: '受理台', unclaimed: '待受领', mine: '我的', team: '全组', next: '取下一件', took: '已受领 {number}', none: '队列已清空。', noneMine: '您手上没有待办件。', number: '申请编号', cls: '类别', plates: '车辆', carrier: '承运人', cargo: '货物', start: '启运', due: '最迟办结', waits: '等待', waited: '{n} 小时', waitedDays: '{n} 天', owner: '承办',
    me: '本人', other: '同事', open: '打开', filter: '筛选', any: '不限', find: '编号、车牌、承运人或货物', shown: '共 {n} 件', capped: '仅列最新 {n} 件', nothingFree: '没有可受领的申请了。',
  },
  team: {
    title: '受理队列', stage: { unclaimed: '待受领', mine: '我的', others: '全组', correction: '待补正' }, band: { overdue: '已超期', today: '今日到期', soon: '即将到期', later: '未到期' }, capped: '仅列最先到期的 {n} 件',
    loads: '各受理人员在办', held: '{n} 件', noClerks: '没有受理人员。', assign: '分派', assignOf: '分派 {number}', to: '交给', byLoad: '按负荷分派（在办最少者）', choose: '选择受理人员', note: '交接说明', handover: '移交', given: '{number} 已交给 {name}',
  },
  change: { title: '变更车牌或日期', lead: '同类别、车货不变且证件、信用无异常的，即时换发新版，旧码同时失效；其他情形转人工办理。', go: '申请变更', done: '{number} 已换发第 {n} 版', passed: '已转人工办理', driver: '驾驶员链接', driverLead: '驾驶员凭链接查看通行证，无需账户。链接仅显示一次。', makeLink: '生成链接', closeLinks: '停用全部链接', linkMade: '已生成驾驶员链接', linksClosed: '已停用全部驾驶员链接' },
  consult: {
    title: '征求意见', none: '尚未征求意见。', ask: '征求意见', kind: '类别', partyName: '单位名称', question: '征询事项', required: '须有答复方可决定', send: '发送', sent: '已向 {name} 征求意见', link: '请将一次性链接交给对方，仅显示一次：', waiting: '等待答复', takeBack: '撤回', takenBack: '已撤回', asked: '征求意见函', until: '答复期限', opinion: '意见', text: '说明', name: '答复人（姓名、职务）', answered: '意见已送达', closed: '已不需要答复。',
    opinions: { agree: '同意', agree_with_conditions: '有条件同意', object: '不同意' }, party: { traffic_police: '公安交管', road_owner: '公路管理', power: '电力', telecom: '通信', railway: '铁路', other_district: '其他辖区', other: '其他' },
  },
  sets: { title: '车组', add: '增加一组车辆', lead: '同一行程、同一批货物分多组车辆运输时，每组一张通行证。', drop: '移除第 {n} 组', whole: '整件从严' },
  correction: {
    title: '补正通知', act: { notice: '补正通知', fix: '当场更正', notAccept: '不予受理', terminate: '终止并告知', handover: '移交' }, lookUp: '重新核对证照与路线', lead: '一次告知全部需要补正的内容；发出后等待申请人补正。', item: '第 {n} 项', field: '所涉字段', whole: '整件申请', text: '第 {n} 项：需补正的内容', removeOf: '移除第 {n} 项',
    add: '增加一项', addFound: '加入系统发现的 {n} 项', give: '发出补正通知', given: '{number} 的补正通知已发出', lacking: '请提交或重新提交：{name}', fixLead: '仅限名称、地址等文字错误，尺寸、质量不得当场更正。', consent: '申请人确认方式，如：电话确认', fix: '更正并重新核查', fixed: '已更正 {n} 处', nobodyElse: '没有其他受理人员可以移交。',
    leading: '督办', second: '再次补正（督办）', answer: '答复补正', answerNote: '说明（受理人员可见）', mend: '修改申请内容', resubmit: '重新提交', resubmitted: '已重新提交 {number}', asked: '请按下列各项补正，然后重新提交。', again: '同货改期', copied: '已建立新的草稿', newStart: '新的开始时间', copy: '再办一件', back: '返程', copyGo: '建立草稿',
  },
  desk: {
    claim: '受领此件', release: '退回队列', precheck: '完成初审', note: '初审意见（内部）', accept: '受理', notAccept: '不予受理', terminate: '终止并告知', ground: '不予受理的理由', explanation: '说明（告知申请人）', authority: '有权机关', reason: '终止原因', guidance: '告知与指引', done: { claim: '已受领', release: '已退回队列', precheck: '初审已记录', lookUp: '已重新核对', accept: '已受理 {number}', notAccept: '已作出不予受理决定', terminate: '已终止并告知申请人' },
    ofOther: '此件由同事受领，您可以查看。', against: '核查结论不支持受理，应作出不予受理决定。', acts: '办理', found: '系统建议：{ground}', first: '先受领并完成初审，才能作出决定。', ended: '此件已进入下一环节或已办结。', grounds: { divisible_goods: '货物可分载', licence_scope: '经营范围不含大件运输', application_ban: '处于禁止申请期', not_competent: '不属本机关管辖', other: '其他法定理由' },
  },
  termination: { wrong_dimensions: '尺寸填写有误', wrong_mass_or_axles: '质量或轴荷填写有误', wrong_route: '路线填写有误', wrong_jurisdiction: '受理机关选择有误', wrong_vehicle: '车辆信息有误', wrong_company: '企业信息有误', duplicate: '重复申请', not_oversize: '未超限', divisible_goods: '货物可分载', applicant_request: '申请人要求', other: '其他' },
  review: {
    title: '审查与审批', open: '待审查', toApprove: '待审批', decided: '已决定', mine: '我的', none: '没有待办案件。', claim: '认领', claimed: '已认领', conclude: '提交审查意见', conclusion: '审查意见', grant: '准予许可', refuse: '不予许可', text: '意见', conditions: '通行条件（每行一条）', concluded: '审查意见已提交', decide: '作出决定', decided1: '已签发 {number}', refused: '已作出不予许可决定',
    fixes: '需补充事项（每行一条）', returnIt: '退回审查', returnReason: '退回原因', returned: '已退回审查', grounds: '不予许可的理由与依据', field: '勘验与护送', noSurvey: '等待勘验报告', noEscort: '等待护送机构接受', surveyDone: '勘验{conclusion}', escortDone: '{name} 已接受护送', redo: '退回重勘', bridges: '桥梁验算', state: { open: '审查中', sent_for_approval: '待审批', decided: '已决定', closed: '已关闭' },
    set: '第 {n} 组车辆', reviewer: '审查', refusable: '评估认定存在不予许可的情形，不得准予许可。', bridge: '桥梁', moment: '弯矩比', shear: '剪力比', speed: '限速', alone: '单车通过', yes: '是', no: '否', others: '已由其他审查员认领，认领后可办理。', samePerson: '初审、审查、审批须为不同人员。', pick: '从核查结论选择', other: '审查员',
    defaultText: '经审查，符合要求', defaultRefusal: '存在不予许可情形', photos: '勘验照片 {n} 张', second: '第二审查人意见', legal: '法制审核', agree: '同意审查意见', readingText: '已复核，同意审查意见', readingDone: '意见已提交',
  },
  survey: {
    title: '现场勘验', todo: '待勘验', done: '已报告', none: '没有待勘验的任务。', report: '填写报告', conclusion: '结论', pass: '通过', pass_with_conditions: '有条件通过', fail: '不通过', conditions: '条件', addCondition: '增加一条', inspectors: '勘验人（两名）', first: '第一勘验人', second: '第二勘验人', photos: '现场照片', addPhoto: '拍照或选择照片', submit: '提交报告', submitted: '已提交 {number} 的勘验报告',
    uploading: '正在上传', photo: '照片 {n}', remove: '移除照片 {n}', needPhoto: '请至少上传一张照片', needCondition: '有条件通过须写明条件', needTwo: '须由两名勘验员签名', due: '最迟', places: '重点位置', call: '前往', load: '货物', requested: '待勘验', reported: '已报告', cancelled: '已取消',
  },
  escort: { title: '护送任务', offers: '待应答', accepted: '已接受', other: '其他', none: '没有护送任务。', accept: '接受', decline: '谢绝', reason: '谢绝原因', acceptedDone: '已接受 {number} 的护送', declinedDone: '已谢绝 {number}', respond: '请于 {at} 前应答', window: '时间', cars: '需护送车', front: '前导 {n} 辆', rear: '后卫 {n} 辆', police: '需征求交警意见', clash: '与已接受的任务时间重叠：{number}', sure: '确定接受？接受后应按时到场护送。', state: { offered: '待应答', accepted: '已接受', declined: '已谢绝', expired: '已过期', cancelled: '已取消' }, load: '货物与车辆', carrier: '委托人' },
  road: {
    title: '路面核查', lead: '输入车牌或通行证编号，一屏看清能否通行。', input: '车牌或通行证编号', go: '核查', none: '该车牌没有在办的通行证。', measured: '现场量测（可不填）', compare: '与通行证比对', match: { permitted: '相符，可通行', mismatch: '与通行证不符', no_permit: '没有可用的通行证' },
    code: { permit_none: '没有通行证', plate: '车牌不符', dates: '不在有效期内', size_height: '高度超出', size_width: '宽度超出', size_length: '长度超出', mass: '总质量超出', axle_load: '轴荷超出', hold: '通行中止' }, have: '实测', allowed: '允许', where: '位置取自本机', noWhere: '未取得位置，以市区中心代替', permits: '通行证',
    newNotice: '新建公告', kind: '类型', noticeTitle: '标题', segments: '路段编号（逗号分隔）', hard: '完全封闭', starts: '开始', ends: '结束（可空）', create: '建立草稿', publish: '发布', lift: '解除', published: '已发布，{n} 个路线方案已中止通行', lifted: '已解除', draft: '草稿', live: '生效中', over: '已解除', created: '公告草稿已建立', limit: '限值', pickRoad: '选择道路', roadSegments: '{n} 个路段', noneYet: '还没有公告',
  },
  office: {
    title: '总览', byMonth: '每月办理', byMonthNote: '按许可统计口径，本月截至今日', byDue: '受理队列按到期', byState: '申请按状态与办理方式', noLane: '未分流', waiting: '受理队列', issuedNow: '本月发证', onTime: '本月按期办结率', undecided: '逾期未决', permitNumber: '通行证编号', counted: '共 {n} 件', at: '时间', recent: '近期申请', lanes: '办理方式', overdue: '超期', sampleSize: '按最近 {n} 件统计', review: '审查案件', all: '全部申请', state: '状态', cls: '类别', any: '不限', standing: '即办授权', standingNone: '目前没有生效的即办授权，一类件转人工审查。', grantedBy: '授权人', since: '授权时间', classes: '适用类别', daily: '每日上限', live: '生效中', stopped: '已暂停',
    suspend: '暂停即办', suspendSure: '暂停后，新申请立即转人工审查。请写明原因。', resume: '恢复即办', suspended: '已暂停即办', resumed: '已恢复即办', why: '原因', grant: '授予即办授权', granted: '已授予', accounts: '账户', username: '用户名', displayName: '姓名', roles: '角色', active: '启用', inactive: '停用', passwordSet: '已设密码', invited: '待设密码', deactivate: '停用', reactivate: '启用', linkMade: '一次性设置链接', deactivated: '已停用 {name}', reactivated: '已启用 {name}', create: '新建账户', link: '重发链接', token: '一次性口令（仅显示一次）',
  },
  vehicles: { title: '车辆与证件', company: '企业', plate: '车牌', kind: '类型', model: '型号', curb: '整备质量', axles: '轴数', papers: '证件', none: '还没有登记车辆。', add: '登记车辆', added: '已登记 {plate}', kinds: { tractor: '牵引车', rigid: '整体式货车', flatbed: '平板挂车', hydraulic: '液压挂车' }, until: '至 {date}', paper: { transport_licence: '道路运输经营许可证', agent_id: '经办人身份证件', authorisation: '授权委托书', vehicle_licence: '行驶证', temporary_plate: '临时号牌', oversize_trailer_plate: '超限挂车号牌', driving_licence: '驾驶证', driver_qualification: '从业资格证' }, creditNo: '统一社会信用代码', phone: '电话' },
}
