/** Short words that pass by: only for what succeeded or needs no decision. */
import Taro from "@tarojs/taro";

export const toast = (title: string): void => void Taro.showToast({ title, icon: "none", duration: 2500 });
