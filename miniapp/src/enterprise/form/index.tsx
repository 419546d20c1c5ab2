import { View } from "@tarojs/components";
export default function X() { return <View>x</View>; }
