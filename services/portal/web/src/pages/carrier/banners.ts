// The districts and banners of Ordos with their seats, to begin from; a point on the map makes them exact.
export const BANNERS: readonly { adcode: string; zh: string; en: string; lon: number; lat: number }[] = [
  { adcode: '150602', zh: '东胜区', en: 'Dongsheng', lon: 109.963, lat: 39.823 },
  { adcode: '150603', zh: '康巴什区', en: 'Kangbashi', lon: 109.859, lat: 39.607 },
  { adcode: '150621', zh: '达拉特旗', en: 'Dalad', lon: 110.034, lat: 40.412 },
  { adcode: '150622', zh: '准格尔旗', en: 'Jungar', lon: 111.24, lat: 39.864 },
  { adcode: '150623', zh: '鄂托克前旗', en: 'Otog Front', lon: 107.478, lat: 38.183 },
  { adcode: '150624', zh: '鄂托克旗', en: 'Otog', lon: 107.976, lat: 39.09 },
  { adcode: '150625', zh: '杭锦旗', en: 'Hanggin', lon: 108.736, lat: 39.833 },
  { adcode: '150626', zh: '乌审旗', en: 'Uxin', lon: 108.818, lat: 38.604 },
  { adcode: '150627', zh: '伊金霍洛旗', en: 'Ejin Horo', lon: 109.748, lat: 39.565 },
]
